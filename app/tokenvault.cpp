// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokenvault.h"

#include "bot/base/logging.h"

#include <qt6keychain/keychain.h>

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QTimer>
#ifdef TA_SECRET_SERVICE
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int StoreQuestionMs = 5'000;
constexpr qint64 LargestCredential = 4'096;

enum class StoreState
{
    Open,
    Locked,
    NoCollection,
    NoService,
    Unknown
};

QString vaultService()
{
    return u"ticket-assistant"_s;
}

#ifdef TA_SECRET_SERVICE
constexpr auto secretService = "org.freedesktop.secrets"_L1;

StoreState stateOfError(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return StoreState::NoService;
    case QDBusError::UnknownObject:
    case QDBusError::UnknownInterface:
        return StoreState::NoCollection;
    default:
        // Errors of starting a service have names of their own.
        return error.name().contains(".Spawn."_L1) ? StoreState::NoService : StoreState::Unknown;
    }
}

void askWhetherLocked(const QString &collection, QObject *context, std::function<void(StoreState)> done)
{
    QDBusMessage get = QDBusMessage::createMethodCall(secretService, collection,
                                                      u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    get << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(get, StoreQuestionMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            done(stateOfError(reply.error()));
        else
            done(reply.value().variant().toBool() ? StoreState::Locked : StoreState::Open);
    });
}

// The default collection is where tokens are written; its lock is the one that matters.
void askStore(QObject *context, std::function<void(StoreState)> done)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(StoreState::NoService); });
        return;
    }
    QDBusMessage alias = QDBusMessage::createMethodCall(secretService, u"/org/freedesktop/secrets"_s,
                                                        u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    alias << u"default"_s;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(alias, StoreQuestionMs), context);
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, context, [watcher, context, done = std::move(done)] {
            watcher->deleteLater();
            const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
            if (reply.isError()) {
                done(stateOfError(reply.error()));
                return;
            }
            const QString path = reply.value().path();
            askWhetherLocked(path.size() > 1 ? path : u"/org/freedesktop/secrets/collection/login"_s, context,
                             done);
        });
}
#else
void askStore(QObject *context, std::function<void(StoreState)> done)
{
    // Other systems' stores do not pretend: their answers can be believed.
    QTimer::singleShot(0, context, [done = std::move(done)] { done(StoreState::Open); });
}
#endif

QString vaultText(TokenVault::Outcome outcome)
{
    using Outcome = TokenVault::Outcome;
    switch (outcome) {
    case Outcome::Ok:
        return {};
    case Outcome::NotFound:
        return TokenVault::tr("The password store holds no token.");
    case Outcome::Locked:
        return TokenVault::tr("The password store is locked.");
    case Outcome::NoStore:
        return TokenVault::tr("No password store is running.");
    case Outcome::TimedOut:
        return TokenVault::tr("The password store did not answer.");
    case Outcome::Denied:
        return TokenVault::tr("The password store refused.");
    case Outcome::Failed:
        break;
    }
    return TokenVault::tr("The password store failed.");
}

} // namespace

class TokenVault::Private
{
public:
    enum class Kind
    {
        Read,
        Write,
        Remove
    };
    void start(TokenVault *q, Kind kind, const QByteArray &token, QObject *context, Done done);
    void runJob(TokenVault *q, Kind kind, const QByteArray &token, StoreState store,
                std::function<void(Answer)> finish);

    Options options;
};

TokenVault::TokenVault(Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(Private{options}))
{ }

TokenVault::~TokenVault() = default;

void TokenVault::read(QObject *context, Done done)
{
    d->start(this, Private::Kind::Read, {}, context, std::move(done));
}

void TokenVault::write(const QByteArray &token, QObject *context, Done done)
{
    d->start(this, Private::Kind::Write, token, context, std::move(done));
}

void TokenVault::remove(QObject *context, Done done)
{
    d->start(this, Private::Kind::Remove, {}, context, std::move(done));
}

void TokenVault::Private::start(TokenVault *q, Kind kind, const QByteArray &token, QObject *context,
                                Done done)
{
    // `scope` holds what belongs to this one operation; whatever comes after the answer has nobody to tell.
    auto *scope = new QObject(q);
    auto finish = [scope, answered = std::make_shared<bool>(false), context = QPointer<QObject>(context),
                   done = std::move(done)](Answer answer) {
        if (std::exchange(*answered, true))
            return;
        scope->deleteLater();
        if (answer.text.isEmpty())
            answer.text = vaultText(answer.outcome);
        if (!answer.ok())
            qCInfo(lcApp).noquote() << "password store:" << answer.text;
        if (context)
            done(answer);
    };
    auto *limit = new QTimer(scope);
    limit->setSingleShot(true);
    QObject::connect(limit, &QTimer::timeout, scope, [finish] { finish({Outcome::TimedOut, {}, {}}); });
    limit->start(options.answerMs);

    askStore(scope, [this, q, kind, token, limit, finish](StoreState store) {
        if (store == StoreState::Locked) {
            if (!options.mayPrompt) {
                finish({Outcome::Locked, {}, {}});
                return;
            }
            limit->start(options.promptMs);
            emit q->waitingForPerson();
        }
        runJob(q, kind, token, store, finish);
    });
}

void TokenVault::Private::runJob(TokenVault *q, Kind kind, const QByteArray &token, StoreState store,
                                 std::function<void(Answer)> finish)
{
    QKeychain::Job *job = nullptr;
    if (kind == Kind::Read) {
        job = new QKeychain::ReadPasswordJob(vaultService());
    } else if (kind == Kind::Write) {
        auto *write = new QKeychain::WritePasswordJob(vaultService());
        write->setBinaryData(token);
        job = write;
    } else {
        job = new QKeychain::DeletePasswordJob(vaultService());
    }
    job->setInsecureFallback(false); // TM-01: no store means no saving
    job->setKey(options.standIn ? u"discord-token-stand-in"_s : u"discord-token"_s);
    QObject::connect(job, &QKeychain::Job::finished, q, [q, kind, store, finish](QKeychain::Job *finished) {
        Answer answer;
        switch (finished->error()) {
        case QKeychain::NoError:
            answer.outcome = Outcome::Ok;
            if (kind == Kind::Read)
                answer.token = cleanToken(static_cast<QKeychain::ReadPasswordJob *>(finished)->binaryData());
            if (kind == Kind::Read && answer.token.isEmpty())
                answer.outcome = Outcome::NotFound;
            break;
        case QKeychain::EntryNotFound:
            answer.outcome = Outcome::NotFound;
            break;
        case QKeychain::AccessDeniedByUser:
        case QKeychain::AccessDenied:
            answer.outcome = Outcome::Denied;
            break;
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            answer.outcome = Outcome::NoStore;
            break;
        default:
            // Without a service, or without the collection to write to, the library only says "other error".
            answer.outcome =
                store == StoreState::Open || store == StoreState::Locked ? Outcome::Failed : Outcome::NoStore;
            answer.text = vaultText(answer.outcome) + u' ' + finished->errorString();
        }
        const bool believable = store == StoreState::NoService || answer.outcome == Outcome::Failed
            || (kind == Kind::Write && answer.ok()) || (kind == Kind::Read && answer.ok());
        if (believable) {
            finish(std::move(answer));
            return;
        }
        // "Not found" and "deleted" of a locked store mean nothing; ask once more, it may have been locked
        // meanwhile.
        askStore(q, [finish, answer](StoreState now) {
            finish(now == StoreState::Locked ? Answer{Outcome::Locked, {}, {}} : answer);
        });
    });
    job->start();
}

QByteArray tokenFromCredentials()
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    if (folder.isEmpty())
        return {};
    QFile file(QDir(folder).filePath(u"discord-token"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return cleanToken(file.read(LargestCredential));
}

#include "moc_tokenvault.cpp"
