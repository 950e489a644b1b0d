// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proxychoice.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

QUrl proxyUrl(const QString &choice)
{
    return QUrl(u"http://"_s + choice, QUrl::StrictMode);
}

class ChosenProxy : public QNetworkProxyFactory
{
public:
    explicit ChosenProxy(const QNetworkProxy &proxy) : m_proxy(proxy) { }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString peer = query.peerHostName();
        if (peer == "localhost"_L1 || QHostAddress(peer).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return {m_proxy};
    }

private:
    const QNetworkProxy m_proxy;
};

} // namespace

bool ProxyChoice::valid(const QString &choice)
{
    if (choice.isEmpty() || choice == "none"_L1)
        return true;
    const QUrl url = proxyUrl(choice);
    return url.isValid() && !url.host().isEmpty() && url.port() > 0 && url.path().isEmpty()
        && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

void ProxyChoice::apply(const QString &choice)
{
    // Whether the system's settings are read is the platform's default; going back means that again.
    static const bool systemByDefault = QNetworkProxyFactory::usesSystemConfiguration();
    if (choice.isEmpty() || !valid(choice)) {
        QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
        QNetworkProxyFactory::setUseSystemConfiguration(systemByDefault);
    } else if (choice == "none"_L1) {
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    } else {
        const QUrl url = proxyUrl(choice);
        QNetworkProxyFactory::setApplicationProxyFactory(
            new ChosenProxy({QNetworkProxy::HttpProxy, url.host(), quint16(url.port())}));
    }
}
