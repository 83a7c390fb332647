// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/providerkeys.h"

#include "config/textforms.h"
#include "secrets/texttemplate.h"

namespace nexus {

namespace {

// Some errors of the keychain are clauses, since they follow the name of a key elsewhere.
QString asSentence(const QString &text)
{
    const QString sentence = text.first(1).toUpper() + text.sliced(1);
    return sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

// Reads the texts of one provider that may hold a key.
class KeyTexts final {
public:
    KeyTexts(TableReader &table, ProviderConfig &provider)
        : m_table(table)
        , m_provider(provider)
    { }

    // True when there is one, even an empty one, and nothing is wrong with it.
    bool read(const char *key, Secret &out)
    {
        const TomlValue *value = m_table.find(key);
        return value && readValue(key, *value, out);
    }

    bool readValue(const char *key, const TomlValue &value, Secret &out)
    {
        if (lacks(value)) {
            return false;
        }
        const std::optional<QString> text = m_table.text(value, QLatin1String(key));
        Result<Secret> secret = text ? toHeaderValue(*text) : Secret();
        if (!secret) {
            m_table.refuse(key, secret.error().message);
            return false;
        }
        out = std::move(*secret);
        return text.has_value();
    }

private:
    // Whether the text would do if only the keychain had its key.
    bool lacks(const TomlValue &value)
    {
        const ReadContext &context = m_table.context();
        for (const QString &name : keychainNames(value.text)) {
            const Result<Secret> key = context.keys().find(name);
            if (!key && expandTemplate(value.text, context.environment(), StoredKeys::assumed())) {
                note(value.at, name, key.error());
                return true;
            }
        }
        return false;
    }

    // The first one is told: whoever sets it will hear of the next.
    void note(TextPosition at, const QString &name, const Error &error)
    {
        if (!m_provider.keyProblem.isEmpty()) {
            return;
        }
        m_provider.keyProblem
            = QStringLiteral("Provider '%1' lacks the key {{ keychain.%2 }} of %3. %4")
                  .arg(m_provider.name, name, m_table.context().shortPlace(at), asSentence(error.message));
        m_table.context().warn(m_provider.keyProblem);
    }

    TableReader &m_table;
    ProviderConfig &m_provider;
};

void add(Secret key, std::vector<Secret> &out)
{
    if (!key.isEmpty()) {
        out.push_back(std::move(key));
    }
}

void readKeys(TableReader &table, KeyTexts &texts, std::vector<Secret> &out)
{
    Secret key;
    if (texts.read("api_key", key)) {
        add(std::move(key), out);
    }
    const TomlValue *several = table.find("api_keys");
    if (!several) {
        return;
    }
    if (several->kind != TomlValue::Kind::Array) {
        table.refuse("api_keys", QStringLiteral("must be a list, not %1").arg(describeKind(several->kind)));
    }
    if (table.has("api_key")) {
        table.refuse("api_keys", QStringLiteral("cannot stand beside 'api_key'"));
    }
    for (const TomlValue &item : several->items) {
        if (texts.readValue("api_keys", item, key)) {
            add(std::move(key), out);
        }
    }
}

// Half of what a signature needs is worse than none.
void readSigning(TableReader &table, KeyTexts &texts, BedrockAccess &out)
{
    bool isWhole = true;
    for (const auto &[name, target] :
        {std::pair("access_key_id", &out.accessKeyId), std::pair("secret_access_key", &out.secretAccessKey),
            std::pair("session_token", &out.sessionToken)}) {
        isWhole = (!table.has(name) || texts.read(name, *target)) && isWhole;
    }
    if (!isWhole) {
        out.accessKeyId = {};
        out.secretAccessKey = {};
        out.sessionToken = {};
    }
}

} // namespace

void readProviderKeys(TableReader &table, ProviderConfig &out)
{
    KeyTexts texts(table, out);
    readKeys(table, texts, out.apiKeys);
    readSigning(table, texts, out.bedrock);
}

} // namespace nexus
