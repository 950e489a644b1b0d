// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notices/embedpreview.h"

#include <QGridLayout>
#include <QLabel>
#include <QPixmap>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int FieldsInARow = 3; // as Discord's window does
constexpr int PictureWidth = 450;
} // namespace

EmbedPreview::EmbedPreview(QWidget *parent) : QFrame(parent), m_layout(new QVBoxLayout(this))
{
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::StrongFocus); // a screen reader reads it
    m_layout->setSpacing(6);
}

QLabel *EmbedPreview::addLabel(const QString &text, bool bold)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText); // TM-16
    label->setWordWrap(true);
    label->setText(text);
    if (bold) {
        QFont font = label->font();
        font.setWeight(QFont::DemiBold);
        label->setFont(font);
    }
    m_lines += text;
    return label;
}

void EmbedPreview::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QLayout *inner = item->layout()) {
            while (QLayoutItem *part = inner->takeAt(0)) {
                delete part->widget();
                delete part;
            }
        }
        delete item->widget();
        delete item;
    }
    m_lines.clear();
}

void EmbedPreview::showSentence(const QString &text)
{
    clear();
    m_layout->addWidget(addLabel(text));
    setAccessibleDescription(plainText());
}

void EmbedPreview::show(const Discord::OutgoingMessage &message, const BotState::Server *server,
                        const NoticeWords::Place &place, const NoticeWords::PeopleNames &people)
{
    clear();
    const auto shown = [&](const QString &text) {
        return NoticeWords::asDiscordShowsIt(text, server, place, people);
    };
    if (!message.content.isEmpty())
        m_layout->addWidget(addLabel(shown(message.content)));
    for (const Discord::Embed &embed : message.embeds) {
        const QColor colour(QRgb(0xFF000000u | quint32(embed.colour)));
        setStyleSheet(u"EmbedPreview { border-left: 4px solid %1; }"_s.arg(colour.name()));
        m_layout->addWidget(addLabel(shown(embed.title), true));
        if (!embed.description.isEmpty())
            m_layout->addWidget(addLabel(shown(embed.description)));
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(16);
        int row = 0, column = 0;
        for (const Discord::Embed::Field &field : embed.fields) {
            if (column > 0 && (!field.inLine || column == FieldsInARow)) {
                row += 2;
                column = 0;
            }
            const int span = field.inLine ? 1 : FieldsInARow;
            grid->addWidget(addLabel(shown(field.name), true), row, column, 1, span);
            grid->addWidget(addLabel(shown(field.value)), row + 1, column, 1, span, Qt::AlignTop);
            column += span;
        }
        m_layout->addLayout(grid);
        for (const Discord::Attachment &attachment : message.attachments) {
            QPixmap picture;
            if (attachment.fileName != embed.imageAttachment || !picture.loadFromData(attachment.data))
                continue;
            QLabel *label = addLabel({});
            label->setPixmap(picture.scaledToWidth(PictureWidth, Qt::SmoothTransformation));
            label->setAccessibleName(attachment.description);
            m_lines.last() = attachment.description;
            m_layout->addWidget(label);
        }
        if (!embed.footer.isEmpty())
            m_layout->addWidget(addLabel(shown(embed.footer)));
    }
    setAccessibleDescription(plainText());
}

QString EmbedPreview::plainText() const
{
    return m_lines.join(u'\n');
}
