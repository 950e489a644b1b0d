// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setupplan.h"
#include "ui/setup/tokenwords.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(FirstPageInput)

// What the assistant decides and says, without a window (UX J1; PROTOCOL P-03, P-04).
class TestSetupPlan : public QObject
{
    Q_OBJECT
private slots:
    void whatIsPastedIsNamed_data();
    void whatIsPastedIsNamed();
    void noSentenceRepeatsWhatWasPasted();
    void everyStoreStateHasWordsAndAWayOn_data();
    void everyStoreStateHasWordsAndAWayOn();
    void whoseTokenItIsIsAskedWithBothNames();
    void aStepSaysWhatItStillNeeds();
    void theAssistantGoesOnAsFarAsItCan_data();
    void theAssistantGoesOnAsFarAsItCan();
    void theWindowBeginsWhereThePersonNeedsIt_data();
    void theWindowBeginsWhereThePersonNeedsIt();
    void theInvitationAsksForTheSmallestPermissions();
    void aDraftSurvivesBeingWrittenDown();
    void aDraftFollowsWhatOthersStore();
    void namesSuggestTicketCategories_data();
    void namesSuggestTicketCategories();
    void whatTheEnvironmentFixesStaysAsItIsStored();
    void accessNamesTheMissingPermission();
    void onlyChannelsOfChosenCategoriesAreCandidates();
};

namespace {

constexpr auto goodToken = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.canary-0123456789-abcdefghij-KLMNOPQ"_L1;

constexpr UserId Self{5};
constexpr RoleId BotRole{50};
constexpr GuildId Northwind{90};

Discord::Channel channelOf(quint64 id, const QString &name, Discord::ChannelType type, quint64 parent = 0)
{
    Discord::Channel channel;
    channel.id = ChannelId(id);
    channel.guild = Northwind;
    channel.name = name;
    channel.type = type;
    channel.parent = ChannelId(parent);
    channel.position = int(id);
    return channel;
}

Discord::Overwrite deny(Discord::Permissions what)
{
    return {BotRole.value, false, 0, what};
}

GuildView viewOf(const QVector<Discord::Channel> &channels)
{
    Discord::GuildCreate create;
    create.guild.id = Northwind;
    create.guild.name = u"Northwind"_s;
    create.guild.owner = UserId(1);
    Discord::Role everyone;
    everyone.id = RoleId(Northwind.value);
    Discord::Role bot;
    bot.id = BotRole;
    bot.permissions = Discord::Permission::ViewChannel | Discord::Permission::ReadMessageHistory;
    create.guild.roles = {everyone, bot};
    create.guild.channels = channels;
    Discord::Member self;
    self.user.id = Self;
    self.roles = {BotRole};
    create.guild.members = {self};
    GuildView view(Northwind);
    view.setSelf(Self);
    view.apply(create);
    return view;
}

} // namespace

void TestSetupPlan::whatIsPastedIsNamed_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("says"); // a part of the sentence; empty = it can be a token
    QTest::newRow("token") << QString(goodToken) << QString();
    QTest::newRow("with spaces, quotes and Bot") << u" \"Bot %1\"\n"_s.arg(goodToken) << QString();
    QTest::newRow("nothing") << u"  "_s << u"Paste the bot token"_s;
    QTest::newRow("application ID") << u"123456789012345678"_s << u"application ID"_s;
    QTest::newRow("client secret") << u"abcdefghijklmnopqrstuvwxyz-01234"_s << u"client secret"_s;
    QTest::newRow("public key") << QString(64, u'a') << u"public key"_s;
    QTest::newRow("invite link") << u"https://discord.com/oauth2/authorize?client_id=1"_s << u"web address"_s;
    QTest::newRow("a person's") << u"mfa.abcdefghijklmnopqrstuvwxyz0123456789"_s << u"personal account"_s;
    QTest::newRow("cut in two") << u"MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabc DE.canary-0123456789-abc"_s << u"space"_s;
    QTest::newRow("end missing") << u"MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE"_s << u"three parts"_s;
    QTest::newRow("last part short") << u"MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.canary"_s << u"too short"_s;
    QTest::newRow("bullets") << QString(70, QChar(0x2022)) << u"character"_s;
    QTest::newRow("a whole page") << QString(4000, u'x') << u"too long"_s;
}

void TestSetupPlan::whatIsPastedIsNamed()
{
    QFETCH(QString, pasted);
    QFETCH(QString, says);
    const QString problem = tokenShapeProblem(pasted);
    QCOMPARE(problem.isEmpty(), says.isEmpty());
    QVERIFY2(problem.contains(says), qPrintable(problem));
}

void TestSetupPlan::noSentenceRepeatsWhatWasPasted()
{
    const QString secret = u"canary-secret"_s;
    for (const QString &pasted : {secret, u"mfa."_s + secret, u"a.b.c."_s + secret, secret + u" x"_s,
                                  u"https://"_s + secret, secret.repeated(30), secret + u"ü"_s})
        QVERIFY(!tokenShapeProblem(pasted).contains("canary"_L1));
}

void TestSetupPlan::everyStoreStateHasWordsAndAWayOn_data()
{
    using Outcome = VaultAnswer::Outcome;
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << int(Outcome::NoStore) << u"No password store is running"_s;
    QTest::newRow("locked") << int(Outcome::Locked) << u"Unlock"_s;
    QTest::newRow("slow") << int(Outcome::TimedOut) << u"did not answer"_s;
    QTest::newRow("refused") << int(Outcome::Denied) << u"refused"_s;
    QTest::newRow("failed") << int(Outcome::Failed) << u"could not save"_s;
}

void TestSetupPlan::everyStoreStateHasWordsAndAWayOn()
{
    QFETCH(int, outcome);
    QFETCH(QString, says);
    TokenSituation situation;
    situation.stage = TokenSituation::Stage::NotStored;
    situation.store = VaultAnswer::Outcome(outcome);
    const TokenNotice notice = tokenNotice(situation);
    QVERIFY2(notice.text.contains(says), qPrintable(notice.text));
    QVERIFY(notice.actions.contains(TokenAction::KeepUntilQuit)); // UX J1: never a plain file
    QVERIFY(notice.actions.contains(TokenAction::TryAgain));
    // And when the program starts, each is told apart again.
    QVERIFY(!tokenUnavailableText(situation.store).isEmpty());
    for (int other = 0; other <= int(VaultAnswer::Outcome::Failed); ++other) {
        if (other != outcome)
            QVERIFY(tokenUnavailableText(situation.store)
                    != tokenUnavailableText(VaultAnswer::Outcome(other)));
    }
}

void TestSetupPlan::whoseTokenItIsIsAskedWithBothNames()
{
    TokenSituation situation;
    situation.stage = TokenSituation::Stage::OtherBot;
    situation.botName = u"Newcomer"_s;
    situation.otherBotName = u"Veteran"_s;
    const TokenNotice notice = tokenNotice(situation);
    QVERIFY(notice.text.contains("Newcomer"_L1) && notice.text.contains("Veteran"_L1));
    QCOMPARE(notice.actions, (QVector{TokenAction::UseThisBot, TokenAction::AnotherToken}));
}

void TestSetupPlan::aStepSaysWhatItStillNeeds()
{
    SetupFacts facts;
    QVERIFY(setupBlockedBy(SetupStepId::Token, facts).contains("token"_L1));
    QVERIFY(setupBlockedBy(SetupStepId::Server, facts).contains("server"_L1));
    QVERIFY(setupBlockedBy(SetupStepId::Tickets, facts).contains("category"_L1));
    facts = {true, 1, true};
    for (int step = 0; step < SetupSteps; ++step)
        QCOMPARE(setupBlockedBy(SetupStepId(step), facts), QString());
}

void TestSetupPlan::theAssistantGoesOnAsFarAsItCan_data()
{
    QTest::addColumn<int>("saved");
    QTest::addColumn<bool>("token");
    QTest::addColumn<int>("servers");
    QTest::addColumn<bool>("categories");
    QTest::addColumn<int>("step");
    QTest::newRow("fresh") << 0 << false << 0 << false << 0;
    QTest::newRow("everything there") << 3 << true << 1 << true << 3;
    QTest::newRow("token kept until quit") << 2 << false << 1 << true << 0;
    QTest::newRow("server gone") << 2 << true << 0 << false << 1;
    QTest::newRow("no category yet") << 3 << true << 1 << false << 2;
    QTest::newRow("went back") << 1 << true << 1 << true << 1;
    QTest::newRow("nonsense in the file") << 99 << true << 1 << true << 3;
}

void TestSetupPlan::theAssistantGoesOnAsFarAsItCan()
{
    QFETCH(int, saved);
    QFETCH(bool, token);
    QFETCH(int, servers);
    QFETCH(bool, categories);
    QTEST(int(setupResumeAt(saved, {token, servers, categories})), "step");
}

void TestSetupPlan::theWindowBeginsWhereThePersonNeedsIt_data()
{
    QTest::addColumn<FirstPageInput>("input");
    QTest::addColumn<QString>("page");
    QTest::newRow("nothing configured") << FirstPageInput{} << u"welcome"_s;
    QTest::newRow("configured") << FirstPageInput{false, true, false, {}} << u"overview"_s;
    QTest::newRow("where it was left") << FirstPageInput{false, true, false, u"tickets"_s} << u"tickets"_s;
    QTest::newRow("inside the assistant") << FirstPageInput{false, false, true, u"setup"_s} << u"setup"_s;
    QTest::newRow("a second server's setup") << FirstPageInput{false, true, true, u"setup"_s} << u"setup"_s;
    QTest::newRow("left for later") << FirstPageInput{false, false, false, u"welcome"_s} << u"welcome"_s;
    QTest::newRow("finished meanwhile") << FirstPageInput{false, true, false, u"setup"_s} << u"overview"_s;
    QTest::newRow("demo") << FirstPageInput{true, false, false, {}} << u"overview"_s;
}

void TestSetupPlan::theWindowBeginsWhereThePersonNeedsIt()
{
    QFETCH(FirstPageInput, input);
    QTEST(firstPage(input), "page");
}

// P-03, UX 6 point 8
void TestSetupPlan::theInvitationAsksForTheSmallestPermissions()
{
    Discord::Permissions required = 0;
    Discord::Permissions usual = 0;
    Discord::Permissions all = 0;
    const auto permissions = invitePermissions();
    for (const InvitePermission &permission : permissions) {
        QVERIFY(!permission.reason.isEmpty());
        all |= permission.bit;
        if (permission.on)
            usual |= permission.bit;
        if (permission.required) {
            required |= permission.bit;
            QVERIFY(permission.on);
        }
    }
    QCOMPARE(required, 84992ull);
    QCOMPARE(usual, 117888ull);
    QCOMPARE(all & Discord::Permission::Administrator, 0ull);

    const QUrl url = inviteUrl(ApplicationId(123456789012345678), usual | Discord::Permission::Administrator);
    QCOMPARE(url.toString(QUrl::FullyEncoded),
             u"https://discord.com/oauth2/authorize?client_id=123456789012345678"
             "&scope=bot%20applications.commands&permissions=117888"_s);
}

void TestSetupPlan::aDraftSurvivesBeingWrittenDown()
{
    SetupDraft draft;
    draft.ticketCategories = {ChannelId(1574155122789842950), ChannelId(7)};
    draft.closedCategories = {ChannelId(8)};
    draft.archiveChannel = ChannelId(9);
    draft.ticketBots = {UserId(10)};
    draft.supportRoles = {RoleId(11), RoleId(12)};
    draft.accessRoles = {RoleId(13)};
    draft.decided = {{ChannelId(14), false}, {ChannelId(15), true}};
    draft.firstResponseTargetMs = 60'000;
    const QByteArray text = QJsonDocument(draft.toJson()).toJson();
    QVERIFY(SetupDraft::fromJson(QJsonDocument::fromJson(text).object()) == draft);
    QVERIFY(SetupDraft::fromJson({}) == SetupDraft()); // a damaged file is an empty choice
}

// UX J1: an import in the middle of the setup would be taken back by saving choices that do not know of it.
void TestSetupPlan::aDraftFollowsWhatOthersStore()
{
    SetupDraft before;
    before.supportRoles = {RoleId(1)};
    before.ticketCategories = {ChannelId(1), ChannelId(2)};
    SetupDraft draft = before;
    draft.supportRoles = {RoleId(1), RoleId(9)}; // chosen, not saved yet
    draft.ticketCategories = {ChannelId(2)}; // likewise taken away
    draft.archiveChannel = ChannelId(7);
    SetupDraft after = before;
    after.supportRoles = {RoleId(1), RoleId(2)};
    after.statsRoles = {RoleId(3)};
    after.ticketCategories = {ChannelId(1), ChannelId(2), ChannelId(3)};
    after.ticketBots = {UserId(5)};
    const SetupDraft chosen = draft;
    draft.follow(before, after);
    QCOMPARE(draft.supportRoles, QSet<RoleId>({RoleId(1), RoleId(2), RoleId(9)}));
    QCOMPARE(draft.statsRoles, QSet<RoleId>{RoleId(3)});
    QCOMPARE(draft.ticketCategories, (QVector{ChannelId(2), ChannelId(3)}));
    QCOMPARE(draft.ticketBots, QVector{UserId(5)});
    QCOMPARE(draft.archiveChannel, ChannelId(7));
    draft.follow(after, before); // the import was undone
    QVERIFY(draft == chosen);
}

void TestSetupPlan::namesSuggestTicketCategories_data()
{
    QTest::addColumn<bool>("suggested");
    for (const char *name : {"Tickets", "General Support", "ban APPEALS", "Player-Reports"})
        QTest::newRow(name) << true;
    for (const char *name : {"Lounge", "Closed tickets", "Ticket archive", ""})
        QTest::newRow(*name ? name : "(none)") << false;
}

void TestSetupPlan::namesSuggestTicketCategories()
{
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QTEST(suggestsTickets(name), "suggested");
    const SetupDraft fresh = SetupDraft::from({}, {{ChannelId(1), name}});
    QTEST(!fresh.ticketCategories.isEmpty(), "suggested");
    // Whoever has chosen before is not overruled by a name.
    StoredConfig stored;
    stored.configured = true;
    QVERIFY(SetupDraft::from(stored, {{ChannelId(1), name}}).ticketCategories.isEmpty());
}

void TestSetupPlan::whatTheEnvironmentFixesStaysAsItIsStored()
{
    StoredConfig stored;
    stored.supportRoles = {RoleId(1)};
    SetupDraft draft;
    draft.supportRoles = {RoleId(2)};
    draft.statsRoles = {RoleId(3)};
    const StoredConfig saved = draft.applied(stored, {Setting::SupportRoles});
    QCOMPARE(saved.supportRoles, stored.supportRoles);
    QCOMPARE(saved.statsRoles, draft.statsRoles);
    QCOMPARE(draft.applied(stored, {}).supportRoles, draft.supportRoles);
}

// P-04
void TestSetupPlan::accessNamesTheMissingPermission()
{
    using Type = Discord::ChannelType;
    Discord::Channel hidden = channelOf(11, u"appeal-1"_s, Type::Text, 10);
    hidden.overwrites = {deny(Discord::Permission::ViewChannel)};
    Discord::Channel mute = channelOf(12, u"appeal-2"_s, Type::Text, 10);
    mute.overwrites = {deny(Discord::Permission::ReadMessageHistory)};
    Discord::Channel closed = channelOf(20, u"Reports"_s, Type::Category);
    closed.overwrites = {deny(Discord::Permission::ViewChannel)};
    const GuildView view =
        viewOf({channelOf(10, u"Appeals"_s, Type::Category), hidden, mute,
                channelOf(13, u"appeal-3"_s, Type::Text, 10), closed,
                channelOf(30, u"Support"_s, Type::Category), channelOf(31, u"help-1"_s, Type::Text, 30)});

    const CategoryAccess appeals = categoryAccess(view, ChannelId(10));
    QCOMPARE(appeals.channels, 3);
    QCOMPARE(appeals.unseen, 1);
    QCOMPARE(appeals.unread, 1);
    QCOMPARE(appeals.names, (QStringList{u"#appeal-1"_s, u"#appeal-2"_s}));
    QVERIFY(appeals.text().contains("View Channel"_L1));
    QVERIFY(appeals.text().contains("Read Message History"_L1));
    const QString steps = appeals.steps(u"Appeals"_s, u"Helper"_s);
    QVERIFY(steps.contains("Appeals"_L1) && steps.contains("Helper"_L1) && steps.contains("#appeal-2"_L1));

    // Nothing is in it yet, but what will be could not be read.
    const CategoryAccess reports = categoryAccess(view, ChannelId(20));
    QVERIFY(!reports.ok());
    QVERIFY(reports.text().contains("new channels"_L1));

    QVERIFY(categoryAccess(view, ChannelId(30)).ok());
}

void TestSetupPlan::onlyChannelsOfChosenCategoriesAreCandidates()
{
    using Type = Discord::ChannelType;
    const GuildView view = viewOf(
        {channelOf(10, u"Appeals"_s, Type::Category), channelOf(12, u"appeal-2"_s, Type::Text, 10),
         channelOf(11, u"appeal-1"_s, Type::Text, 10), channelOf(13, u"appeal-voice"_s, Type::Voice, 10),
         channelOf(14, u"transcripts"_s, Type::Text, 10), channelOf(20, u"Lounge"_s, Type::Category),
         channelOf(21, u"chat"_s, Type::Text, 20)});
    SetupDraft draft;
    QVERIFY(detectionCandidates(view, draft).isEmpty());
    draft.ticketCategories = {ChannelId(10)};
    draft.archiveChannel = ChannelId(14);
    const auto found = detectionCandidates(view, draft);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].name, u"appeal-1"_s);
    QCOMPARE(found[1].name, u"appeal-2"_s);
}

QTEST_GUILESS_MAIN(TestSetupPlan)
#include "tst_setupplan.moc"
