// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/resterror.h"

#include "bot/discord/restclient.h"

using namespace Qt::Literals::StringLiterals;

namespace Discord {

Error restError(Outcome outcome, const Request &request, const AttemptFacts &facts, const QString &said)
{
    const int status = facts.status;
    Error error;
    error.detail = QString::fromLatin1(request.method) + u' ' + request.route + u": "_s;
    error.detail += status > 0 ? QString::number(status) : u"no answer"_s;
    if (facts.discordCode != 0)
        error.detail += u", code "_s + QString::number(facts.discordCode);
    if (!said.isEmpty())
        error.detail += u", "_s + said;
    switch (outcome) {
    case Outcome::NotSent:
        error.kind = ErrorKind::Network;
        error.text = RestClient::tr("Discord could not be reached.");
        break;
    case Outcome::Lost:
        error.kind = ErrorKind::Network;
        error.text = RestClient::tr("The connection to Discord was lost before it answered.");
        break;
    case Outcome::ServerError:
        error.kind = ErrorKind::Network;
        error.text = RestClient::tr("Discord has a problem of its own at the moment (error %1).").arg(status);
        break;
    case Outcome::RateLimited:
        error.kind = ErrorKind::RateLimited;
        error.text = RestClient::tr("Discord asked us to wait for too long.");
        break;
    case Outcome::Unauthorised:
        error.kind = ErrorKind::Denied;
        error.text = request.authorised
            ? RestClient::tr("Discord rejected the token. Enter a new one.")
            : RestClient::tr("Discord no longer accepts an answer to this command.");
        break;
    case Outcome::Forbidden:
        error.kind = ErrorKind::Denied;
        error.text = RestClient::tr("The bot lacks a permission for this in Discord.");
        break;
    case Outcome::NotFound:
        error.kind = ErrorKind::NotFound;
        error.text = RestClient::tr("This no longer exists in Discord.");
        break;
    case Outcome::Conflict:
        error.kind = ErrorKind::Busy;
        error.text = RestClient::tr("Discord is busy with this already. Try again later.");
        break;
    case Outcome::Broken:
        error.kind = ErrorKind::Network;
        error.text = RestClient::tr("The answer did not come from Discord or could not be read.");
        break;
    case Outcome::Refused:
    case Outcome::Success:
        error.text = RestClient::tr("Discord refused the request (error %1).")
                         .arg(facts.discordCode > 0 ? facts.discordCode : status);
        break;
    }
    return error;
}

} // namespace Discord
