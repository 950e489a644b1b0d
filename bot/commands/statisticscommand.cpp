// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/chartrequest.h"
#include "bot/commands/commandhandlers.h"
#include "bot/commands/replies.h"
#include "bot/commands/ticketcsv.h"
#include "bot/store/gaps.h"

#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace Handlers {
namespace {

struct StatisticsQuestion
{
    CategoryFilter category;
    int days = 7;
    ViewId::View view = ViewId::View::Volume;
    bool controls = true;
    Language language;
};

using StatisticsEntry = CommandServices::StatisticsEntry;

QString questionKey(const CommandContext &context, const StatisticsQuestion &question)
{
    return QStringList{context.guild().toString(), categoryKey(question.category),
                       QString::number(question.days), QString::number(int(question.view)),
                       question.language.locale().name()}
        .join(u'/');
}

bool picturesPossible(const CommandContext &context)
{
    return bool(context.services().environment.drawChart);
}

Replies::Statistics replyValues(const CommandContext &context, const StatisticsQuestion &question,
                                const StatisticsEntry &entry)
{
    Replies::Statistics values;
    values.guild = context.guild();
    values.category = question.category;
    values.days = question.days;
    values.view = question.view;
    values.caller = context.caller();
    values.now = entry.now;
    values.before = entry.before;
    values.lastOpenedMs = entry.lastOpenedMs;
    values.targets = context.config().targets();
    values.timeZone = context.config().timeZone;
    values.categories = context.services().knownCategories(context.guild());
    values.catchingUp = context.catchingUp();
    values.controls = question.controls;
    values.pictures = picturesPossible(context) && context.mayAttach();
    return values;
}

void sendStatistics(const CommandContext &context, const StatisticsQuestion &question,
                    const StatisticsEntry &entry)
{
    constexpr auto PictureName = "chart.png"_L1;
    const Replies::Statistics values = replyValues(context, question, entry);
    Discord::OutgoingMessage message = Replies::statistics(values, question.language);
    if (!entry.picture.isEmpty()) {
        message.embeds.first().imageAttachment = PictureName;
        message.attachments.append(
            {PictureName, Replies::statisticsAltText(values, question.language), entry.picture, "image/png"});
    } else if (picturesPossible(context) && !context.mayAttach()) {
        message.content = Replies::mayNotAttach(question.language).content;
    }
    context.answer(message);
}

// Draws, but never lets the answer wait longer than 2 s for it (UX 4.1).
void withPicture(const CommandContext &context, const QJsonObject &spec,
                 const std::function<void(QByteArray)> &then)
{
    constexpr int LongestMs = 2000;
    const auto once = std::make_shared<std::function<void(QByteArray)>>(then);
    const auto finish = [once, home = QPointer<QObject>(context.services().home)](const QByteArray &picture) {
        if (const auto call = std::exchange(*once, nullptr); call && home)
            call(picture);
    };
    QTimer::singleShot(LongestMs, context.services().home, [finish] { finish({}); });
    context.services().environment.drawChart(spec, finish);
}

// In which the bot was not there. Time before it began is no absence (M-07), though nothing of it is observed.
qint64 offlineMs(QVector<CoverageGap> gaps, Window window)
{
    gaps.removeIf(
        [](const CoverageGap &gap) { return gap.cause == UnrecordedCause || gap.cause == ImportedCause; });
    return statistics({}, gaps, window).missingMs;
}

void askStore(const CommandContext &context, const StatisticsQuestion &question)
{
    const GuildId guild = context.guild();
    const Window window = Window::lastDays(question.days, context.askedAtMs());
    const StatisticsOptions options{context.config().targets(), window.toMs, false, {}};
    const StatisticsOptions before{options.targets, window.fromMs, false, {}};
    const QByteArray zone = context.config().timeZone;
    const bool picture = picturesPossible(context) && context.mayAttach();
    const BucketSize size = question.view == ViewId::View::Hours ? BucketSize::Hour : bucketSizeFor(window);
    context.readCommitted(
        [=, category = question.category](const Reader &reader) {
            StatisticsEntry entry;
            entry.now = reader.statistics(guild, category, window, options);
            entry.before = reader.statistics(guild, category, window.previous(), before);
            entry.lastOpenedMs = reader.lastOpenedMs(guild, category);
            const QVector<CoverageGap> gaps = reader.gaps(guild, window);
            entry.now.missingMs = offlineMs(gaps, window);
            if (picture && entry.now.opened > 0)
                entry.buckets =
                    series(reader.ticketRows(guild, category, window), gaps, window, size, QTimeZone(zone));
            return entry;
        },
        [context, question, zone, size](StatisticsEntry entry) {
            CommandServices &services = context.services();
            entry.atMono = services.environment.clock.mono();
            entry.commits = services.commits.value(context.guild());
            auto keepAndSend = [context, question, entry](const QByteArray &drawn) mutable {
                entry.picture = drawn;
                context.services().statistics.insert(questionKey(context, question), entry);
                sendStatistics(context, question, entry);
            };
            if (entry.buckets.isEmpty())
                keepAndSend({});
            else
                withPicture(context,
                            chartRequest(question.view, entry.buckets, size, entry.now.window, zone,
                                         question.language),
                            keepAndSend);
        });
}

void answerStatistics(const CommandContext &context, const StatisticsQuestion &question)
{
    // Everything received before the command counts: only after the flush is it known whether anything came
    // in between.
    context.flushed([context, question]() {
        constexpr qint64 GoodForMs = 5 * SecondMs; // TM-31
        CommandServices &services = context.services();
        const MonoMs now = services.environment.clock.mono();
        services.statistics.removeIf(
            [&](const auto &entry) { return now - entry.value().atMono >= GoodForMs; });
        const auto it = services.statistics.constFind(questionKey(context, question));
        if (it != services.statistics.cend() && it->commits == services.commits.value(context.guild()))
            sendStatistics(context, question, StatisticsEntry(*it));
        else
            askStore(context, question);
    });
}

void answerCsv(const CommandContext &context, const TicketListFilter &filter, const QString &fileName,
               bool closedOnly)
{
    const GuildId guild = context.guild();
    const UtcMs now = context.askedAtMs();
    context.defer();
    context.read(
        [=](const Reader &reader) {
            std::function<bool(const TicketRecord &)> wanted;
            if (closedOnly)
                wanted = [](const TicketRecord &ticket) { return !ticket.open(); };
            return ticketCsv(reader, guild, filter, now, wanted);
        },
        [context, fileName](const TicketCsv &csv) {
            context.answer(Replies::csv(csv.bytes, fileName, csv.tickets, csv.complete, context.language()));
        });
}

} // namespace

void ticketStats(CommandContext &context)
{
    const Discord::Interaction &interaction = context.interaction();
    StatisticsQuestion question;
    question.language = context.language();
    const Discord::InteractionOption *days = interaction.option(u"days");
    question.days =
        days && days->value.isDouble() ? int(std::clamp<qint64>(days->value.toInteger(0), 0, 10'000)) : 0;
    if (question.days < 1 || question.days > 3650)
        return context.refuse(Replies::badDays(question.language));
    const Discord::InteractionOption *category = interaction.option(u"category");
    const Result<CategoryFilter> filter =
        categoryFromText(context.services().knownCategories(context.guild()),
                         category ? category->value.toString() : u"all"_s, question.language);
    if (!filter)
        return context.refuse(Replies::plain(filter.error().text));
    question.category = *filter;

    bool isPublic = context.config().publicByDefault;
    if (const Discord::InteractionOption *asked = interaction.option(u"public"))
        isPublic = asked->value.toBool();
    if (isPublic)
        question.language = context.publicLanguage();
    context.defer(!isPublic);
    answerStatistics(context, question);
}

void statisticsPressed(const CommandContext &context, const ViewId &id, const CategoryFilter &category)
{
    StatisticsQuestion question{category, id.days, id.view, true, context.language()};
    const QString value = context.interaction().values.value(0);
    switch (id.action) {
    case ViewId::Action::Category: {
        const auto chosen = categoryFromKey(context.services().knownCategories(context.guild()), value);
        if (!chosen)
            return context.refuse(Replies::unknownButton(question.language));
        question.category = *chosen;
        break;
    }
    case ViewId::Action::Period: {
        bool isNumber = false;
        question.days = value.toInt(&isNumber);
        if (!isNumber || question.days < 1 || question.days > 3650)
            return context.refuse(Replies::unknownButton(question.language));
        break;
    }
    case ViewId::Action::Csv: {
        if (!context.mayAttach())
            return context.refuse(Replies::mayNotAttach(question.language));
        TicketListFilter filter;
        filter.category = category;
        filter.opened = Window::lastDays(id.days, context.askedAtMs());
        return answerCsv(context, filter, u"tickets-%1-days.csv"_s.arg(id.days), false);
    }
    case ViewId::Action::Post:
        question.controls = false;
        question.language = context.publicLanguage();
        context.defer(false);
        return answerStatistics(context, question);
    default:
        break;
    }
    if (context.interaction().messagePublic) // what everybody reads stays in everybody's language (UX 4.1)
        question.language = context.publicLanguage();
    context.deferUpdate();
    answerStatistics(context, question);
}

void wipeCsvPressed(const CommandContext &context, const ViewId &id, const CategoryFilter &category)
{
    if (!context.mayAttach())
        return context.refuse(Replies::mayNotAttach(context.language()));
    const UtcMs now = context.askedAtMs();
    const UtcMs border = now - id.days * DayMs;
    TicketListFilter filter;
    filter.category = category;
    if (id.view == ViewId::View::Last)
        filter.opened = Window{border, now};
    else if (id.view == ViewId::View::OlderThan)
        filter.opened = Window{0, border};
    // Open tickets are kept unless everything goes (UX J6).
    answerCsv(context, filter, u"tickets-before-delete.csv"_s, id.view != ViewId::View::Everything);
}

} // namespace Handlers
