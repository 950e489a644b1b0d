// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "bot/commands/replies.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Replies {
namespace {

using Format::TimeStyle;

QString ticketsText(qint64 n, const Language &language)
{
    return language.translate("Commands", "%n ticket(s)", nullptr, n);
}

QString deleteLabel(int tickets, const Language &language)
{
    return language.translate("Commands", "Delete %n ticket(s)", "a button", tickets);
}

// "Delete 214 tickets and 2 911 messages opened since <t:…:f>?"
QString wipeSentence(const WipeQuestion &in, const Language &language)
{
    const WipePreview &preview = in.preview;
    const QString tickets = ticketsText(preview.tickets, language);
    const QString messages = language.translate("Commands", "%n message(s)", nullptr, preview.messages);
    const auto at = [](UtcMs ms) { return Format::discordTime(ms, TimeStyle::DateTime); };
    switch (in.scope.kind) {
    case WipeScope::Kind::Last:
        return language.translate("Commands", "Delete %1 and %2 opened since %3?")
            .arg(tickets, messages, at(in.scope.nowMs - in.scope.days * DayMs));
    case WipeScope::Kind::OlderThan:
        return language.translate("Commands", "Delete %1 and %2 opened before %3?")
            .arg(tickets, messages, at(in.scope.nowMs - in.scope.days * DayMs));
    case WipeScope::Kind::Everything:
        break;
    }
    return language.translate("Commands", "Delete %1 and %2 opened since %3, everything there is?")
        .arg(tickets, messages, at(preview.firstMs));
}

QVector<Discord::Embed::Field> categoryFields(const QVector<CategoryCount> &categories,
                                              const Language &language)
{
    constexpr qsizetype MaxFields = 24; // of 25: one for the rest
    QVector<CategoryCount> sorted = categories;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const CategoryCount &a, const CategoryCount &b) { return a.opened > b.opened; });
    QVector<Discord::Embed::Field> fields;
    qint64 rest = 0;
    for (const CategoryCount &category : sorted) {
        if (fields.size() == MaxFields) {
            rest += category.opened;
            continue;
        }
        const QString name = category.name.isEmpty()
            ? language.translate("Commands", "None", "tickets outside of any category")
            : Discord::escaped(category.name, 100);
        fields.append({name, Format::count(category.opened, language.locale())});
    }
    if (rest > 0)
        fields.append(
            {language.translate("Commands", "Other categories"), Format::count(rest, language.locale())});
    return fields;
}

QString wipeLine(const WipeRecord &record, const QString &category, const Language &language)
{
    QStringList parts{Format::discordTime(record.atMs, TimeStyle::DateTime) + u' '
                          + actorText(record.actor, language),
                      ticketsText(record.tickets, language),
                      record.legacy ? language.translate("Commands", "by the earlier bot")
                                    : scopeText(record.scope, language),
                      category.isEmpty() ? language.translate("Commands", "all categories", "inside a line")
                                         : Discord::escaped(category, 60)};
    if (record.undoneAtMs > 0)
        parts.append(language.translate("Commands", "undone %1 by %2", "%1: 3 days ago")
                         .arg(Format::discordTime(record.undoneAtMs, TimeStyle::Relative),
                              actorText(record.undoneBy, language)));
    return parts.join(u" · "_s);
}

} // namespace

QString scopeText(const WipeScope &scope, const Language &language)
{
    switch (scope.kind) {
    case WipeScope::Kind::Last:
        return language.translate("Commands", "last %n day(s)", "what was deleted", scope.days);
    case WipeScope::Kind::OlderThan:
        return language.translate("Commands", "older than %n day(s)", "what was deleted", scope.days);
    case WipeScope::Kind::Everything:
        break;
    }
    return language.translate("Commands", "everything", "what was deleted");
}

OutgoingMessage wipeQuestion(const WipeQuestion &in, const Language &language)
{
    const WipePreview &preview = in.preview;
    QStringList lines;
    if (in.countsChanged)
        lines.append(language.translate(
            "Commands", "The numbers have changed since the last preview. Nothing was deleted."));
    lines.append(u"**%1**"_s.arg(wipeSentence(in, language)));
    if (!in.categoryTitle.isEmpty())
        lines.append(
            language.translate("Commands", "Category: **%1**").arg(Discord::escaped(in.categoryTitle, 100)));
    if (in.scope.kind == WipeScope::Kind::Everything) {
        if (preview.openIncluded == 1)
            lines.append(
                language.translate("Commands", "including 1 open ticket, which is no longer tracked"));
        else if (preview.openIncluded > 0)
            lines.append(language.translate("Commands",
                                            "including %n open ticket(s), which are no longer tracked",
                                            nullptr, preview.openIncluded));
    } else {
        lines.append(language.translate("Commands", "Open tickets kept: %1")
                         .arg(Format::count(preview.openKept, language.locale())));
    }
    lines.append(language.translate("Commands", "Backup: will be made first"));
    if (in.catchingUp)
        lines.append(language.translate("Commands", "still catching up"));
    lines.append(language.translate("Commands", "This question ends %1.", "%1: in 2 minutes")
                     .arg(Format::discordTime(in.expiresMs, TimeStyle::Relative)));

    Discord::Embed embed;
    embed.colour = Discord::EmbedColour::Caution;
    embed.title = language.translate("Commands", "Delete tickets", "title of a question");
    embed.description = lines.join(u'\n');
    embed.fields = categoryFields(preview.byCategory, language);
    embed.footer = language.translate("Commands", "%1 of everything recorded", "%1 is a percentage")
                       .arg(Format::percent(preview.share, language.locale()));

    OutgoingMessage message;
    message.ephemeral = true;
    message.embeds = {embed};
    Discord::ActionRow row;
    row.buttons = {
        {in.confirm.toString(), deleteLabel(preview.tickets, language), Discord::ButtonStyle::Danger},
        {in.download.toString(), language.translate("Commands", "Download first (CSV)"),
         Discord::ButtonStyle::Secondary},
        {in.cancel.toString(), language.translate("Commands", "Cancel"), Discord::ButtonStyle::Secondary}};
    message.rows = {row};
    return message;
}

Discord::Modal wipeModal(const ActionId &confirm, int tickets, const Language &language)
{
    const QString number = QString::number(tickets); // as it is to be typed: no group separators
    Discord::Modal modal;
    modal.customId = confirm.toString();
    modal.title = deleteLabel(tickets, language);
    modal.inputId = u"number"_s;
    modal.inputLabel =
        language.translate("Commands", "Type \"%1\" to delete", "at most 45 characters").arg(number);
    modal.placeholder = number;
    modal.minLength = 1;
    modal.maxLength = 20;
    return modal;
}

OutgoingMessage nothingToDelete(bool catchingUp, const Language &language)
{
    return knownSoFar(language.translate("Commands", "There is nothing to delete: no ticket fits."),
                      catchingUp, language);
}

OutgoingMessage nothingDeleted(const Language &language)
{
    return plain(language.translate("Commands", "Nothing was deleted."));
}

OutgoingMessage nothingDeletedExpired(const Language &language)
{
    return plain(language.translate(
        "Commands", "Nothing was deleted. The question is older than 2 minutes; run /wipestats again."));
}

OutgoingMessage wrongNumber(int tickets, const Language &language)
{
    return plain(
        language
            .translate("Commands", "Nothing was deleted. The number to type was %1; press the button again.")
            .arg(tickets));
}

OutgoingMessage deleteFailed(const Language &language)
{
    return plain(language.translate("Commands",
                                    "Not possible right now. Nothing was deleted. The manager sees the "
                                    "details in the bot log."));
}

OutgoingMessage wiped(const WipeRecord &record, const ActionId &undo, const Language &language)
{
    OutgoingMessage message =
        plain(language.translate("Commands", "Deleted %n ticket(s). Undo until %1.", nullptr, record.tickets)
                  .arg(Format::discordTime(record.undoUntilMs, TimeStyle::DateTime)));
    return withUndo(message, undo, language);
}

OutgoingMessage wipedForLog(const WipeRecord &record, const QString &categoryTitle, const Language &language)
{
    QString what = scopeText(record.scope, language);
    if (!categoryTitle.isEmpty())
        what += u", "_s + Discord::escaped(categoryTitle, 100);
    OutgoingMessage message =
        plain(language.translate("Commands", "%1 deleted %n ticket(s) (%2).", nullptr, record.tickets)
                  .arg(actorText(record.actor, language), what));
    message.ephemeral = false;
    return message;
}

OutgoingMessage undoTooLate(const Language &language)
{
    return plain(language.translate("Commands", "It is too late to undo this. Nothing was changed."));
}

OutgoingMessage undone(const WipeRecord &record, const Language &language)
{
    return plain(language.translate("Commands", "Restored %n ticket(s).", nullptr, record.tickets));
}

OutgoingMessage undoneForLog(const WipeRecord &record, const Actor &by, const Language &language)
{
    OutgoingMessage message = plain(
        language.translate("Commands", "%1 restored %n ticket(s) (deleted %2).", nullptr, record.tickets)
            .arg(actorText(by, language), Format::discordTime(record.atMs, TimeStyle::Relative)));
    message.ephemeral = false;
    return message;
}

OutgoingMessage wipeHistory(const WipeHistory &in, const Language &language)
{
    if (in.total == 0)
        return plain(language.translate("Commands", "No data has ever been deleted."));
    const int pages = (in.total + WipesPerPage - 1) / WipesPerPage;

    Discord::Embed embed;
    embed.title = language.translate("Commands", "Deleted data");
    QStringList lines;
    Discord::Select undo;
    undo.customId = in.undo.toString();
    undo.placeholder = language.translate("Commands", "Undo");
    for (qsizetype i = 0; i < in.records.size(); ++i) {
        const WipeRecord &record = in.records[i];
        lines.append(wipeLine(record, in.categoryTitles.value(i), language));
        if (record.undoable(in.nowMs))
            undo.options.append(
                {language.translate("Commands", "Undo: %1, %2", "214 tickets, last 20 days")
                     .arg(ticketsText(record.tickets, language), scopeText(record.scope, language)),
                 QString::number(record.id),
                 Format::dateTime(record.atMs, QTimeZone(in.timeZone), in.nowMs, language.locale()), false});
    }
    embed.description = lines.join(u'\n');
    embed.footer = language.translate("Commands", "Page %1 of %2").arg(in.page).arg(pages);

    OutgoingMessage message;
    message.ephemeral = true;
    message.embeds = {embed};
    Discord::ActionRow buttons;
    if (undo.options.size() == 1)
        buttons.buttons.append({in.undo.toString(), language.translate("Commands", "Undo")});
    else if (!undo.options.isEmpty())
        message.rows.append({{}, undo});
    if (pages > 1) {
        const auto pageId = [&](int page) {
            return ViewId{ViewId::Action::Wipes, u"all"_s, std::clamp(page, 1, 3650), ViewId::View::List,
                          in.caller}
                .toString();
        };
        // Both buttons need ids of their own even where they lead nowhere.
        buttons.buttons.append({in.page > 1 ? pageId(in.page - 1) : pageId(pages + 1),
                                language.translate("Commands", "◀ Previous"), Discord::ButtonStyle::Secondary,
                                in.page <= 1});
        buttons.buttons.append({in.page < pages ? pageId(in.page + 1) : pageId(pages + 2),
                                language.translate("Commands", "Next ▶"), Discord::ButtonStyle::Secondary,
                                in.page >= pages});
    }
    if (!buttons.buttons.isEmpty())
        message.rows.append(buttons);
    return message;
}

} // namespace Replies
