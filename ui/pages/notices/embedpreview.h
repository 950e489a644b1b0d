// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/notices/noticewords.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QVBoxLayout;

// A message as Discord shows it: the very value that would be posted, with its fields three in a row, its picture and its
// footer. All text is plain text here (TM-16). Thread: GUI.
class EmbedPreview : public QFrame
{
    Q_OBJECT
public:
    explicit EmbedPreview(QWidget *parent = nullptr);
    void show(const Discord::OutgoingMessage &message, const BotState::Server *server,
              const NoticeWords::Place &place, const NoticeWords::PeopleNames &people);
    void showSentence(const QString &text); // "Preparing the preview…"
    QString plainText() const; // everything it shows, line by line

private:
    QLabel *addLabel(const QString &text, bool bold = false);
    void clear();

    QVBoxLayout *m_layout;
    QStringList m_lines;
};
