// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwtencoding.h"
#include "auth/keyset.h"
#include "tokenmaker.h"

#include <QTest>

using namespace nexus;

class KeySetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsRead();
    void privatePartsAndCertificatesAreOverlooked();
    void keysThatAreSkipped_data();
    void keysThatAreSkipped();
    void purposesThatAreFine_data();
    void purposesThatAreFine();
    void documents_data();
    void documents();
    void limits();
    void base64IsStrict();

private:
    const TokenMaker m_rsa {JwkKind::Rsa, "rsa"};
    const TokenMaker m_ec {JwkKind::P256, "ec"};
};

void KeySetTest::everyKindIsRead()
{
    const std::vector<JwkKind> kinds {
        JwkKind::Rsa, JwkKind::P256, JwkKind::P384, JwkKind::P521, JwkKind::Ed25519, JwkKind::Symmetric};
    std::vector<Json> keys;
    for (const JwkKind kind : kinds) {
        keys.push_back(TokenMaker(kind).jwk());
    }
    const auto set = readKeySet(keySetDocument(keys));
    QVERIFY(set && set->skipped.empty());
    QCOMPARE(set->keys.size(), kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        QCOMPARE(set->keys[i].kind, kinds[i]);
        QVERIFY(!set->keys[i].id);
    }
}

void KeySetTest::privatePartsAndCertificatesAreOverlooked()
{
    Json key = m_rsa.jwk();
    key["d"] = "not base64!";
    key["x5c"] = Json::array({"nonsense"});
    key["x5t"] = 1;
    QVERIFY(readJwk(toText(key)));
}

void KeySetTest::keysThatAreSkipped_data()
{
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *name, const Json &key) { QTest::newRow(name) << toText(key); };
    const auto with = [](Json key, const char *member, const Json &value) {
        key[member] = value;
        return key;
    };
    const Json rsa = m_rsa.jwk();
    const Json ec = m_ec.jwk();
    const auto length
        = [](int bytes, char fill) { return encodeBase64Url(QByteArray(bytes, fill)).toStdString(); };
    row("for encryption", with(rsa, "use", "enc"));
    row("unknown use", with(rsa, "use", "tls"));
    row("use null", with(rsa, "use", nullptr));
    row("other operations", with(rsa, "key_ops", {"encrypt", "sign"}));
    row("operations no list", with(rsa, "key_ops", "verify"));
    row("encryption algorithm", with(rsa, "alg", "RSA-OAEP"));
    row("alg of another type", with(rsa, "alg", "ES256"));
    row("alg of another curve", with(ec, "alg", "ES384"));
    row("alg none", with(rsa, "alg", "none"));
    row("alg a number", with(rsa, "alg", 1));
    row("kid a number", with(rsa, "kid", 1));
    row("unknown type", with(rsa, "kty", "PQ"));
    row("type in lower case", with(rsa, "kty", "rsa"));
    row("no type", Json {{"n", rsa["n"]}, {"e", "AQAB"}});
    row("1024 bits", with(rsa, "n", length(128, '\xff')));
    row("2047 bits", with(rsa, "n", encodeBase64Url('\x7f' + QByteArray(255, '\xff')).toStdString()));
    row("16384 bits", with(rsa, "n", length(2048, '\xff')));
    row("even modulus", with(rsa, "n", length(256, '\xfe')));
    row("exponent 1", with(rsa, "e", "AQ"));
    row("exponent 0", with(rsa, "e", "AA"));
    row("even exponent", with(rsa, "e", "AQAA"));
    row("no exponent", with(rsa, "e", nullptr));
    row("huge exponent", with(rsa, "e", rsa["n"]));
    row("modulus with padding", with(rsa, "n", rsa["n"].get<std::string>() + "="));
    row("not on the curve", with(ec, "x", ec["y"]));
    row("point at zero", with(with(ec, "x", length(32, '\0')), "y", length(32, '\0')));
    row("short coordinate", with(ec, "x", length(31, '\1')));
    row("long coordinate", with(ec, "x", length(33, '\0')));
    row("unknown curve", with(ec, "crv", "secp256k1"));
    row("point of another curve", with(ec, "crv", "P-384"));
    row("no y", with(ec, "y", nullptr));
    row("key agreement", Json {{"kty", "OKP"}, {"crv", "X25519"}, {"x", length(32, '\1')}});
    row("Ed448", Json {{"kty", "OKP"}, {"crv", "Ed448"}, {"x", length(57, '\1')}});
    row("short Ed25519", Json {{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", length(31, '\1')}});
    row("empty secret", Json {{"kty", "oct"}, {"k", ""}});
    row("short secret", Json {{"kty", "oct"}, {"k", length(31, '\1')}});
    row("secret too short for its alg", Json {{"kty", "oct"}, {"alg", "HS512"}, {"k", length(63, '\1')}});
    row("text", "key");
    row("null", nullptr);
    row("list", Json::array({rsa}));
    QTest::newRow("member twice") << toText(rsa).chopped(1) + ",\"e\":\"AQAB\"}";
    QTest::newRow("deep") << toText(rsa).chopped(1) + ",\"x\":" + QByteArray(500, '[') + QByteArray(500, ']')
            + '}';
}

// Beside it the good key stays.
void KeySetTest::keysThatAreSkipped()
{
    QFETCH(QByteArray, key);
    const TokenMaker good(JwkKind::Ed25519, "good");
    const auto set = readKeySet("{\"keys\":[" + key + ',' + toText(good.jwk()) + "]}");
    QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().message));
    if (QTest::currentDataTag() == QByteArray("deep")) {
        QCOMPARE(set->keys.size() + set->skipped.size(), 2U); // an odd but good key
        return;
    }
    QCOMPARE(set->keys.size(), 1U);
    QCOMPARE(set->keys[0].id, QByteArray("good"));
    QCOMPARE(set->skipped.size(), 1U);
    QVERIFY(!set->skipped[0].reason.isEmpty());
}

void KeySetTest::purposesThatAreFine_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("use") << QByteArray(R"({"use":"sig"})");
    QTest::newRow("operations") << QByteArray(R"({"key_ops":["sign","verify"]})");
    QTest::newRow("both and alg") << QByteArray(R"({"use":"sig","key_ops":["verify"],"alg":"RS256"})");
    QTest::newRow("unknown members") << QByteArray(R"({"exp":1,"iat":"x","oth":[]})");
}

void KeySetTest::purposesThatAreFine()
{
    QFETCH(QByteArray, members);
    Json key = m_rsa.jwk();
    key.update(Json::parse(members.toStdString()));
    QVERIFY(readJwk(toText(key)));
}

void KeySetTest::documents_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("no keys") << QByteArray("{\"keys\":[]}") << true;
    QTest::newRow("more members") << QByteArray("{\"a\":1,\"keys\":[],\"b\":{\"keys\":1}}") << true;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"keys\":[]}") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("HTML") << QByteArray("<!doctype html><html><body>Log in</body></html>") << false;
    QTest::newRow("text") << QByteArray("\"keys\"") << false;
    QTest::newRow("bare list") << QByteArray("[]") << false;
    QTest::newRow("no member") << QByteArray("{}") << false;
    QTest::newRow("member in upper case") << QByteArray("{\"Keys\":[]}") << false;
    QTest::newRow("member twice") << QByteArray("{\"keys\":[],\"keys\":[]}") << false;
    QTest::newRow("member is an object") << QByteArray("{\"keys\":{}}") << false;
    QTest::newRow("cut") << QByteArray("{\"keys\":[{}") << false;
    QTest::newRow("one key only") << toText(m_rsa.jwk()) << false;
}

void KeySetTest::documents()
{
    QFETCH(QByteArray, document);
    QFETCH(bool, isGood);
    QCOMPARE(readKeySet(document).has_value(), isGood);
}

void KeySetTest::limits()
{
    const std::vector<Json> many(KeySet::maxKeys, m_ec.jwk());
    QCOMPARE(readKeySet(keySetDocument(many))->keys.size(), KeySet::maxKeys);
    QVERIFY(!readKeySet(keySetDocument(std::vector<Json>(KeySet::maxKeys + 1, m_ec.jwk()))));
    const QByteArray long_ = "{\"keys\":[]" + QByteArray(KeySet::maxSize, ' ') + '}';
    QVERIFY(!readKeySet(long_));
    Json named = m_ec.jwk();
    named["use"] = "enc";
    named["kid"] = std::string(10'000, 'k');
    QVERIFY(readKeySet(keySetDocument({named}))->skipped.at(0).id.size() <= 64);
}

void KeySetTest::base64IsStrict()
{
    QCOMPARE(decodeBase64Url("-_8"), QByteArray("\xfb\xff"));
    QCOMPARE(decodeBase64Url(""), QByteArray(""));
    for (const char *const text :
        {"-_8=", "+/8", "-_9", "A", "AAAAA", "AA AA", "AA\n", "AA==", "=", "\xc3\xa4"}) {
        QVERIFY2(!decodeBase64Url(text), text);
    }
    QVERIFY(!decodeBase64Url(QByteArrayView("AA\0A", 4)));
}

QTEST_APPLESS_MAIN(KeySetTest)
#include "tst_keyset.moc"
