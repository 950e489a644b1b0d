// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowplace.h"

#include "ui/uisettings.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

void usualSize(QWidget &window)
{
    // Decorations and panels need room too: a window larger than its screen hides its status bar.
    const QScreen *home = QGuiApplication::primaryScreen();
    const QSize usual(1280, 800);
    window.resize(home ? usual.boundedTo(home->availableGeometry().size() - QSize(8, 40)) : usual);
}

void savePlace(const QWidget &window, UiSettings &settings)
{
    settings.setValue(u"window/geometry"_s, window.saveGeometry());
}

void restorePlace(QWidget &window, const UiSettings &settings)
{
    usualSize(window);
    window.restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    // restoreGeometry() moves a window back only when it is fully outside of every screen.
    const QRect frame = window.frameGeometry();
    const auto screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        const QRect seen = screen->availableGeometry().intersected(frame);
        if (seen.width() >= 200 && seen.height() >= 100
            && screen->availableGeometry().contains(frame.topLeft()))
            return;
    }
    if (!screens.isEmpty())
        window.move(screens.first()->availableGeometry().topLeft());
}
