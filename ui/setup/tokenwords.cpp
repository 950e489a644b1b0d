// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/tokenwords.h"

#include "bot/base/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int IdDigits = 17; // the shortest ids Discord gave

class TokenWords
{
    Q_DECLARE_TR_FUNCTIONS(TokenWords)
public:
    static QString shapeProblem(const QString &text);
    static QString action(TokenAction action);
    static TokenNotice notice(const TokenSituation &s);
    static TokenNotice notStored(const TokenSituation &s);
    static QString source(TokenSource source);
    static QString unavailable(VaultAnswer::Outcome outcome);
};

bool allOf(const QString &text, bool (*test)(QChar))
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), test);
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isTokenCharacter(QChar c)
{
    return isHex(c) || (c >= u'g' && c <= u'z') || (c >= u'G' && c <= u'Z') || c == u'-' || c == u'_';
}

QString TokenWords::shapeProblem(const QString &text)
{
    constexpr int SecretLength = 32;
    constexpr int PublicKeyLength = 64;
    constexpr int ShortestFirst = 18; // base64 of a 17-digit id is longer; old spellings drop the padding
    constexpr int ShortestLast = 20;
    if (text.isEmpty())
        return tr("Paste the bot token first. It is on the Bot page, button Reset Token.");
    if (text.startsWith("http"_L1) || text.contains("discord.com"_L1))
        return tr("This looks like a web address. The token is on the Bot page, button Reset Token.");
    if (allOf(text, isDigit) && text.size() >= IdDigits)
        return tr("This looks like an application ID. The token is on the Bot page, button Reset Token.");
    if (text.startsWith("mfa."_L1))
        return tr("This looks like a personal account's token. Only a bot's token may be used.");
    if (text.size() == PublicKeyLength && allOf(text, isHex))
        return tr("This looks like the public key. The token is on the Bot page, button Reset Token.");
    if (text.size() == SecretLength && allOf(text, isTokenCharacter))
        return tr("This looks like a client secret. The token is on the Bot page, button Reset Token.");
    static const QRegularExpression space(u"\\s"_s);
    if (text.contains(space))
        return tr("There is a space or a line break in the middle. Copy the token again in one piece.");
    if (text.size() > LongestToken)
        return tr("This is too long for a token. Copy only the token.");
    const QStringList parts = text.split(u'.');
    for (const QString &part : parts) {
        if (!part.isEmpty() && !allOf(part, isTokenCharacter))
            return tr("This holds a character that no token has. Copy the token again with the Copy button "
                      "of the Bot page.");
    }
    if (parts.size() != 3)
        return tr("A token has three parts with dots between them; this has %n. Copy it again in full.",
                  nullptr, int(parts.size()));
    if (parts[0].size() < ShortestFirst || parts[1].isEmpty() || parts[2].size() < ShortestLast)
        return tr("This is too short for a token: a piece of it is missing. Copy it again in full.");
    return {};
}

QString TokenWords::action(TokenAction action)
{
    switch (action) {
    case TokenAction::Cancel:
        return tr("Stop &waiting");
    case TokenAction::TryAgain:
        return tr("Tr&y again");
    case TokenAction::KeepUntilQuit:
        return tr("Keep until I &quit");
    case TokenAction::UseThisBot:
        return tr("Go o&n with this bot");
    case TokenAction::AnotherToken:
        return tr("&Enter another token");
    }
    return {};
}

TokenNotice TokenWords::notStored(const TokenSituation &s)
{
    using Outcome = VaultAnswer::Outcome;
    const QVector<TokenAction> both{TokenAction::KeepUntilQuit, TokenAction::TryAgain};
    switch (s.store) {
    case Outcome::NoStore:
        return {NoticeBar::Look::Warning,
                tr("No password store is running. The token can be kept until you quit, or start GNOME "
                   "Keyring or KWallet and try again."),
                both};
    case Outcome::Locked:
        return {NoticeBar::Look::Warning,
                tr("Unlock your password store to save the token."),
                {TokenAction::TryAgain, TokenAction::KeepUntilQuit}};
    case Outcome::TimedOut:
        return {NoticeBar::Look::Warning,
                tr("The password store did not answer in time. Nothing was saved. The token can be kept "
                   "until you quit."),
                {TokenAction::TryAgain, TokenAction::KeepUntilQuit}};
    case Outcome::Denied:
        return {NoticeBar::Look::Warning,
                tr("The password store refused to save the token. It can be kept until you quit."),
                {TokenAction::TryAgain, TokenAction::KeepUntilQuit}};
    case Outcome::Ok:
    case Outcome::NotFound:
    case Outcome::Failed:
        break;
    }
    return {NoticeBar::Look::Error,
            s.detail.isEmpty()
                ? tr("The password store could not save the token. It can be kept until you quit.")
                : tr("The password store could not save the token. It can be kept until you quit. (%1)")
                      .arg(s.detail),
            {TokenAction::TryAgain, TokenAction::KeepUntilQuit}};
}

TokenNotice TokenWords::notice(const TokenSituation &s)
{
    using Stage = TokenSituation::Stage;
    using Look = NoticeBar::Look;
    switch (s.stage) {
    case Stage::Idle:
        return {};
    case Stage::Testing:
        if (s.waitSeconds > 0)
            return {Look::Information,
                    tr("Discord asked us to wait %1. It is tried again by itself.")
                        .arg(Format::duration(s.waitSeconds * 1000.0)),
                    {TokenAction::Cancel}};
        if (!s.slow)
            return {Look::Information, tr("Asking Discord whose token this is…"), {}};
        return {Look::Information,
                tr("Discord has not answered yet, or asked us to wait. It is tried again by itself."),
                {TokenAction::Cancel}};
    case Stage::Rejected:
        return {Look::Error,
                tr("Discord did not accept this token. Copy it again, or press Reset Token on the Bot page."),
                {}};
    case Stage::Offline:
        return {Look::Warning,
                tr("No connection to Discord. Your token is kept here; nothing was saved."),
                {TokenAction::TryAgain}};
    case Stage::TestFailed:
        return {Look::Warning,
                s.detail.isEmpty()
                    ? tr("Discord could not say whose token this is. Nothing was saved.")
                    : tr("Discord could not say whose token this is. Nothing was saved. (%1)").arg(s.detail),
                {TokenAction::TryAgain}};
    case Stage::OtherBot:
        return {
            Look::Warning,
            s.otherBotName.isEmpty()
                ? tr("This token belongs to %1, but the tickets here were recorded with another bot. Go on "
                     "with %1 and keep the recorded tickets?")
                      .arg(s.botName)
                : tr("This token belongs to %1, but the tickets here were recorded with %2. Go on with %1 "
                     "and keep the recorded tickets?")
                      .arg(s.botName, s.otherBotName),
            {TokenAction::UseThisBot, TokenAction::AnotherToken}};
    case Stage::Storing:
        if (!s.slow)
            return {Look::Information, tr("Saving the token in the password store…"), {}};
        return {Look::Information,
                tr("The password store has not answered yet."),
                {TokenAction::KeepUntilQuit, TokenAction::Cancel}};
    case Stage::WaitingForPerson:
        return {Look::Information,
                tr("Your password store is locked. Unlock it in the window it has opened; the token is saved "
                   "then."),
                {TokenAction::KeepUntilQuit, TokenAction::Cancel}};
    case Stage::NotStored:
        return notStored(s);
    case Stage::Kept:
        return {Look::Good,
                s.untilQuit
                    ? tr("Token works: %1. It is kept until you quit and has to be entered again then.")
                          .arg(s.botName)
                    : tr("Token works: %1. It is kept in your password store.").arg(s.botName),
                {}};
    }
    return {};
}

QString TokenWords::source(TokenSource source)
{
    switch (source) {
    case TokenSource::None:
        return tr("No token is in use.");
    case TokenSource::Environment:
        return tr("Set by DISCORD_TOKEN. To change it, change that variable and start the program again.");
    case TokenSource::Credentials:
        return tr("Given by the system (discord-token in CREDENTIALS_DIRECTORY). Change it there.");
    case TokenSource::Vault:
        return tr("The token is kept in your system's password store.");
    case TokenSource::Demo:
        return tr("The demo needs no token.");
    case TokenSource::UntilQuit:
        return tr("The token is kept until you quit; nothing was saved.");
    }
    return {};
}

QString TokenWords::unavailable(VaultAnswer::Outcome outcome)
{
    using Outcome = VaultAnswer::Outcome;
    switch (outcome) {
    case Outcome::Ok:
        return {};
    case Outcome::NotFound:
        return tr("The password store no longer holds the bot token. The bot is stopped; saved data is "
                  "shown.");
    case Outcome::Locked:
        return tr("The password store is locked, so the bot token cannot be read. The bot is stopped; saved "
                  "data is shown.");
    case Outcome::NoStore:
        return tr("No password store is running, so the bot token cannot be read. Start GNOME Keyring or "
                  "KWallet and try again.");
    case Outcome::TimedOut:
        return tr("The password store did not answer, so the bot token could not be read. The bot is "
                  "stopped; saved data is shown.");
    case Outcome::Denied:
        return tr("The password store refused to give the bot token. The bot is stopped; saved data is "
                  "shown.");
    case Outcome::Failed:
        break;
    }
    return tr("The password store failed, so the bot token could not be read. The bot is stopped; saved data "
              "is shown.");
}

} // namespace

QString tokenShapeProblem(const QString &pasted)
{
    return TokenWords::shapeProblem(QString::fromUtf8(cleanToken(pasted.toUtf8())));
}

QString tokenActionText(TokenAction action)
{
    return TokenWords::action(action);
}

TokenNotice tokenNotice(const TokenSituation &situation)
{
    return TokenWords::notice(situation);
}

QString tokenSourceText(TokenSource source)
{
    return TokenWords::source(source);
}

QString tokenUnavailableText(VaultAnswer::Outcome outcome)
{
    return TokenWords::unavailable(outcome);
}
