// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>
#include <QVector>

class QTableView;

// Every colour that is not in QPalette, chosen for contrast (UX 2.9): text 4.5:1 and graphics 3:1 on window
// and card.
struct ThemeColours
{
    bool dark = false;
    QColor error, warning, good; // status, always beside an icon and a word
    QColor muted; // secondary text
    QColor reference; // targets and the previous period in charts
    QColor card, border;
    QColor errorSurface, warningSurface, goodSurface, infoSurface; // banner backgrounds
    QVector<QColor> series; // in this order; line style and marker are the second carrier
    QVector<QColor> heat; // one hue, six steps, from nothing to most
};

// The look of the whole program: Fusion with our own light and dark palettes on every desktop (UX 2.9), and
// which of the two is in force. "System" follows the desktop portal's color-scheme while the program runs;
// where no portal answers, the palette that the platform gave us at start decides.
//
// Thread: GUI. Owner: MainWindow; one per process. Widgets do not ask this object: they read
// colours(palette()) and repaint on QEvent::PaletteChange.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice
    {
        System,
        Light,
        Dark
    };

    explicit Theme(QObject *parent = nullptr);

    void setChoice(Choice choice);
    Choice choice() const { return m_choice; }
    bool isDark() const { return m_dark; }
    void setReducedMotion(bool on);
    void setDense(bool on); // lower rows in every table (UX 3.10)

    // Rows of so many lines of text with room around them, less of it when dense; follows the setting while the view lives.
    static void setRowHeight(QTableView *view, int room, int lines = 1);
    static QPalette palette(bool dark);
    static const ThemeColours &colours(bool dark);
    static const ThemeColours &colours(const QPalette &palette);
    // How long a panel may move; 0 when the style or the person wants no motion.
    static int animationMs();
    // WCAG contrast ratio, 1..21.
    static double contrast(const QColor &a, const QColor &b);

signals:
    void changed(bool dark);

private slots:
    void portalSettingChanged(const QString &group, const QString &key, const class QDBusVariant &value);

private:
    void askPortal();
    void takePortalValue(uint value);
    void apply();

    Choice m_choice = Choice::System;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_applied = false;
};
