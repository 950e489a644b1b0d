// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

#include <functional>
#include <memory>

// One line of words at the top of a page that pushes the content down: the incident banner, and the message
// after an own action (UX 2.1). Icon, text, up to three buttons, and a cross where putting it away does no
// harm. Announced as an alert when its key changes, not at every countdown step. Thread: GUI. Owner:
// MainWindow.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    enum class Look
    {
        Error,
        Warning,
        Good,
        Information
    };

    explicit NoticeBar(const QString &name, QWidget *parent = nullptr);
    ~NoticeBar() override;

    // What moves when the bar comes or goes by itself. While somebody aims at it the bar waits, a few seconds at most: nobody
    // shall press what has just come under the pointer (UX 0, calm live data).
    void setPushed(const QWidget *content);

    // key: what it is about; the same key with another text only changes the words.
    void showNotice(const QString &key, Look look, const QString &text, const QStringList &buttons = {},
                    bool closable = true);
    void hideAfter(int ms); // counted from when it is seen; hover or focus stops the clock
    void hideNotice(); // what it was about is over
    void dismiss(); // as the cross does
    QString key() const; // empty while hidden
    QString text() const;

signals:
    void buttonClicked(int index);
    void closed(const QString &key); // by the person, or because its time was over

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showOrWait(const QString &key, Look look, const QString &text, const QStringList &buttons,
                    bool closable);
    void setWords();
    void recolour();
    void arrange();
    void leave(); // the focus goes back to where it came from
    bool waitsForPointer(std::function<void()> change);
    void stopWaiting();
    void timeIsOver();
    bool isAimedAt();
    class Private;
    const std::unique_ptr<Private> d;
};
