// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/llmreader.h"

#include "config/aliasreader.h"
#include "config/providerreader.h"
#include "config/textforms.h"

#include <functional>

namespace nexus {

namespace {

// Something that answers under a path of its own.
struct Mount {
    QString owner;
    QByteArray path;
    TextPosition at;
    bool isOwn = false; //!< the file names the path
};

using ReadMore = std::function<void(TableReader &)>;

// \a more reads what stands in the table besides.
Mount readMount(
    TableReader &parent, const char *key, bool &isEnabled, QByteArray &path, const ReadMore &more = {})
{
    Mount mount;
    mount.owner = parent.pathOf(QLatin1String(key));
    parent.readTable(key, [&](TableReader &table) {
        table.read("enabled", isEnabled);
        mount.isOwn = table.readAs("path", path, toMountPath);
        const TomlValue *value = table.find("path");
        mount.at = value ? value->at : table.position();
        if (more) {
            more(table);
        }
    });
    mount.path = path;
    return mount;
}

// Reports the later of two equal paths, at the place where the file names it.
void checkMounts(ReadContext &context, const std::vector<Mount> &mounts)
{
    for (std::size_t i = 0; i < mounts.size(); ++i) {
        for (std::size_t j = i + 1; j < mounts.size(); ++j) {
            const Mount &a = mounts[i];
            const Mount &b = mounts[j];
            if (a.owner == b.owner || a.path != b.path) {
                continue;
            }
            const bool isLaterB = b.isOwn && (!a.isOwn || a.at < b.at);
            const Mount &later = isLaterB ? b : a;
            context.report(later.at,
                QStringLiteral("the path %1 is already served by %2")
                    .arg(quoted(QString::fromLatin1(later.path)), isLaterB ? a.owner : b.owner));
        }
    }
}

std::vector<Mount> readProtocols(TableReader &llm, LlmConfig &out)
{
    std::vector<Mount> mounts;
    llm.readTable("protocols", [&](TableReader &table) {
        const Mount openAi = readMount(table, "openai", out.isOpenAiEnabled, out.openAiPath);
        const Mount anthropic = readMount(table, "anthropic", out.isAnthropicEnabled, out.anthropicPath);
        mounts = {openAi, anthropic};
    });
    if (mounts.empty()) {
        mounts = {{QStringLiteral("llm.protocols.openai"), out.openAiPath, {}, false},
            {QStringLiteral("llm.protocols.anthropic"), out.anthropicPath, {}, false}};
    }
    return mounts;
}

// Paths below it bring their version along.
void readProxyUrl(TableReader &proxy, QUrl &url)
{
    if (proxy.readAs("base_url", url, toBaseUrl) && url.path().endsWith(QLatin1String("/v1"))) {
        proxy.refuse("base_url", QStringLiteral("must not end with /v1, which is part of what follows it"));
    }
}

void readMounts(TableReader &llm, LlmConfig &out)
{
    const std::vector<Mount> protocols = readProtocols(llm, out);
    Mount proxy {QStringLiteral("llm.proxy.anthropic"), out.anthropicProxyPath, {}, false};
    llm.readTable("proxy", [&](TableReader &table) {
        proxy = readMount(table, "anthropic", out.isAnthropicProxyEnabled, out.anthropicProxyPath,
            [&out](TableReader &proxyTable) { readProxyUrl(proxyTable, out.anthropicProxyUrl); });
    });
    // Some mounts are served whatever the configured path is.
    std::vector<Mount> active;
    if (out.isOpenAiEnabled) {
        active.push_back(protocols.front());
        active.push_back({protocols.front().owner, "/llm/openai", {}, false});
    }
    if (out.isAnthropicEnabled) {
        active.push_back(protocols.back());
        active.push_back({protocols.back().owner, "/anthropic", {}, false});
    }
    if (out.isAnthropicProxyEnabled) {
        active.push_back(proxy);
    }
    checkMounts(llm.context(), active);
}

// With providers and no protocol there would be no way to reach them.
void checkProtocols(TableReader &llm, const LlmConfig &out)
{
    const bool isReachable = out.isOpenAiEnabled || out.isAnthropicEnabled;
    const TomlValue *protocols = llm.find("protocols");
    if (out.isEnabled && !isReachable && !out.providers.empty() && protocols) {
        llm.context().report(protocols->at,
            QStringLiteral(
                "[llm.protocols] switches every protocol off, so the providers cannot be reached"));
    }
}

} // namespace

void readLlm(TableReader &root, LlmConfig &out, std::vector<LimitUse> &uses)
{
    root.readTable("llm", [&](TableReader &llm) {
        llm.read("enabled", out.isEnabled);
        readMounts(llm, out);
        llm.readDuration("keepalive", out.keepalive, DurationRule::OffAllowed);
        readTimeouts(llm, out.timeouts);
        readRetries(llm, out.retries);
        readCache(llm, out.cache);
        readCircuitBreaker(llm, out.circuitBreaker);
        llm.readNamed("providers", [&](const TomlMember &member, const QString &path) {
            out.providers.push_back(readProvider(llm.context(), member, path, out, uses));
        });
        checkProtocols(llm, out);
        // Aliases may point to it.
        addBuiltInDemo(out);
        readAliases(llm, out);
    });
    // For a file without [llm]; otherwise it is there already.
    addBuiltInDemo(out);
}

} // namespace nexus
