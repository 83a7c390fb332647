// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwt.h"
#include "auth/jwtencoding.h"
#include "tokenmaker.h"

#include <QTest>

#include <openssl/err.h>

using namespace nexus;

namespace {

constexpr std::chrono::system_clock::time_point now {std::chrono::seconds(1'700'000'000)};
const QByteArray goodClaims = R"({"iss":"me","sub":"anna","aud":"gateway","exp":1700000600})";

// A token of the parts as they are, encoded, with any signature.
QByteArray joined(const QByteArray &header, const QByteArray &payload, const QByteArray &signature)
{
    return encodeBase64Url(header) + '.' + encodeBase64Url(payload) + '.' + encodeBase64Url(signature);
}

QByteArray withSignature(const QByteArray &token, const QByteArray &signature)
{
    return token.first(token.lastIndexOf('.') + 1) + encodeBase64Url(signature);
}

} // namespace

//! \brief Tokens as an attacker would make them, against a set with a key of every kind.
class JwtForgeryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theOriginalIsGood();
    void forged_data();
    void forged();
    void errorsSayNothingOfTheToken();

private:
    void addUnsigned();
    void addConfused();
    void addMalformed();
    void addHeaders();
    void addSignatures();
    void addClaims();
    [[nodiscard]] QByteArray good() const
    {
        return m_rsa.raw("RS256", R"({"alg":"RS256","kid":"rsa"})", goodClaims);
    }
    [[nodiscard]] QByteArray es(const QByteArray &signature) const
    {
        return joined(R"({"alg":"ES256","kid":"ec"})", goodClaims, signature);
    }

    const TokenMaker m_rsa {JwkKind::Rsa, "rsa"};
    const TokenMaker m_encryption {JwkKind::Rsa, "enc"};
    const TokenMaker m_ec {JwkKind::P256, "ec"};
    const TokenMaker m_ed {JwkKind::Ed25519, "ed"};
    const TokenMaker m_mac {JwkKind::Symmetric, "mac"};
    KeySet m_keys;
    const JwtRules m_rules {.issuer = "me", .audience = "gateway"};
};

void JwtForgeryTest::initTestCase()
{
    Json encryption = m_encryption.jwk();
    encryption["use"] = "enc";
    auto keys = readKeySet(keySetDocument({m_rsa.jwk(), encryption, m_ec.jwk(), m_ed.jwk(), m_mac.jwk()}));
    QVERIFY(keys && keys->keys.size() == 4);
    m_keys = std::move(*keys);
}

void JwtForgeryTest::theOriginalIsGood()
{
    const QByteArray text
        = encodeBase64Url(R"({"alg":"ES256","kid":"ec"})") + '.' + encodeBase64Url(goodClaims);
    const QByteArray mac = m_mac.raw("HS256", R"({"alg":"HS256","kid":"mac","b64":true})", goodClaims);
    QVERIFY(verifyJwt(good(), m_keys, m_rules, now));
    QVERIFY(verifyJwt(es(m_ec.sign("ES256", text)), m_keys, m_rules, now));
    QVERIFY(verifyJwt(mac, m_keys, m_rules, now));
}

void JwtForgeryTest::forged_data()
{
    QTest::addColumn<QByteArray>("token");
    addUnsigned();
    addConfused();
    addMalformed();
    addHeaders();
    addSignatures();
    addClaims();
}

void JwtForgeryTest::addUnsigned()
{
    for (const char *const name : {"none", "None", "NONE", "nOnE", "none ", ""}) {
        const QByteArray header = R"({"alg":")" + QByteArray(name) + R"("})";
        QTest::addRow("alg '%s', no signature", name) << joined(header, goodClaims, {});
        QTest::addRow("alg '%s', old signature", name)
            << withSignature(joined(header, goodClaims, {}), m_rsa.sign("RS256", "x"));
    }
    QTest::newRow("no signature") << good().first(good().lastIndexOf('.') + 1);
    QTest::newRow("no signature, no dot") << good().first(good().lastIndexOf('.'));
    QTest::newRow("no algorithm") << joined(R"({"kid":"rsa"})", goodClaims, "x");
    QTest::newRow("algorithm null") << joined(R"({"alg":null,"kid":"rsa"})", goodClaims, "x");
    QTest::newRow("algorithm a list") << joined(R"({"alg":["RS256"],"kid":"rsa"})", goodClaims, "x");
}

void JwtForgeryTest::addConfused()
{
    // The public key, in the forms that a library might take for a secret.
    const Json jwk = m_rsa.jwk();
    const QByteArray modulus = QByteArray::fromStdString(jwk["n"].get<std::string>());
    const std::vector<std::pair<const char *, QByteArray>> secrets {{"the JWK", toText(jwk)},
        {"the modulus", *decodeBase64Url(modulus)}, {"the modulus in base64", modulus}, {"nothing", ""}};
    for (const char *const header : {R"({"alg":"HS256","kid":"rsa"})", R"({"alg":"HS256"})"}) {
        const QByteArray text = encodeBase64Url(header) + '.' + encodeBase64Url(goodClaims);
        for (const auto &[name, secret] : secrets) {
            QTest::addRow("HS256 under %s, %s", name, header)
                << text + '.' + encodeBase64Url(macOf("HS256", secret, text));
        }
    }
    QTest::newRow("the secret's name with RS256")
        << m_rsa.raw("RS256", R"({"alg":"RS256","kid":"mac"})", goodClaims);
    QTest::newRow("wrong kid") << m_rsa.raw("RS256", R"({"alg":"RS256","kid":"rsb"})", goodClaims);
    QTest::newRow("empty kid") << m_rsa.raw("RS256", R"({"alg":"RS256","kid":""})", goodClaims);
    QTest::newRow("kid null") << m_rsa.raw("RS256", R"({"alg":"RS256","kid":null})", goodClaims);
    QTest::newRow("kid a number") << m_rsa.raw("RS256", R"({"alg":"RS256","kid":1})", goodClaims);
    QTest::newRow("kid of an encryption key")
        << m_encryption.raw("RS256", R"({"alg":"RS256","kid":"enc"})", goodClaims);
    QTest::newRow("encryption key without kid")
        << m_encryption.raw("RS256", R"({"alg":"RS256"})", goodClaims);
    const TokenMaker own(JwkKind::Rsa, "own");
    const QByteArray embedded = R"({"alg":"RS256","jwk":)" + toText(own.jwk()) + '}';
    QTest::newRow("own key in the header") << own.raw("RS256", embedded, goodClaims);
    QTest::newRow("own key by address")
        << own.raw("RS256", R"({"alg":"RS256","kid":"own","jku":"https://evil.example/jwks"})", goodClaims);
    QTest::newRow("PS256 header over an RS256 signature")
        << m_rsa.raw("RS256", R"({"alg":"PS256","kid":"rsa"})", goodClaims);
    QTest::newRow("ES384 by a P-256 key") << m_ec.raw("ES384", R"({"alg":"ES384","kid":"ec"})", goodClaims);
    QTest::newRow("ES256K") << m_ec.raw("ES256", R"({"alg":"ES256K","kid":"ec"})", goodClaims);
}

void JwtForgeryTest::addMalformed()
{
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("no token") << QByteArray("not-used");
    QTest::newRow("four parts") << good() + ".x";
    QTest::newRow("dot at the end") << good() + '.';
    QTest::newRow("dot in front") << '.' + good();
    QTest::newRow("five parts, as if encrypted") << good() + ".x.y";
    QTest::newRow("padding behind the signature") << good() + "==";
    QByteArray padded = good();
    padded.insert(padded.indexOf('.'), '=');
    QTest::newRow("padding behind the header") << padded;
    QTest::newRow("line feed") << good() + '\n';
    QTest::newRow("blank inside") << good().insert(10, ' ');
    QTest::newRow("zero inside") << good().insert(10, '\0');
    QTest::newRow("plain base64") << good().replace('-', '+').replace('_', '/').append("+/");
    QTest::newRow("bits left over") << good().chopped(1)
            + (good().endsWith('A') ? 'B' : static_cast<char>(good().back() + 1));
    QTest::newRow("header is a list") << m_rsa.raw("RS256", R"(["alg","RS256"])", goodClaims);
    QTest::newRow("header is text") << m_rsa.raw("RS256", R"("RS256")", goodClaims);
    QTest::newRow("header and more") << m_rsa.raw("RS256", R"({"alg":"RS256"}{})", goodClaims);
    QTest::newRow("header is not UTF-8")
        << m_rsa.raw("RS256", QByteArray("{\"alg\":\"RS256\",\"x\":\"\xff\"}"), goodClaims);
    QTest::newRow("1 MB") << m_rsa.raw("RS256", R"({"alg":"RS256","kid":"rsa"})",
        goodClaims.chopped(1) + ",\"x\":\"" + QByteArray(1'000'000, 'x') + "\"}");
    QTest::newRow("deep header") << m_rsa.raw("RS256",
        R"({"alg":"RS256","x":)" + QByteArray(2'000, '[') + QByteArray(2'000, ']') + '}', goodClaims);
}

void JwtForgeryTest::addHeaders()
{
    const auto row = [this](const char *name, const char *header) {
        QTest::newRow(name) << m_rsa.raw("RS256", header, goodClaims);
    };
    row("duplicate alg", R"({"alg":"RS256","alg":"RS256","kid":"rsa"})");
    row("duplicate alg, escaped", R"({"alg":"RS256","\u0061lg":"none","kid":"rsa"})");
    row("duplicate kid", R"({"alg":"RS256","kid":"rsa","kid":"rsa"})");
    row("crit", R"({"alg":"RS256","kid":"rsa","crit":["exp"],"exp":1})");
    row("empty crit", R"({"alg":"RS256","kid":"rsa","crit":[]})");
    row("crit null", R"({"alg":"RS256","kid":"rsa","crit":null})");
    row("b64 false", R"({"alg":"RS256","kid":"rsa","b64":false})");
    row("b64 as text", R"({"alg":"RS256","kid":"rsa","b64":"true"})");
    row("lower case", R"({"alg":"rs256","kid":"rsa"})");
}

void JwtForgeryTest::addSignatures()
{
    const QByteArray text
        = encodeBase64Url(R"({"alg":"ES256","kid":"ec"})") + '.' + encodeBase64Url(goodClaims);
    const QByteArray signature = m_ec.sign("ES256", text);
    QTest::newRow("DER") << es(m_ec.signDer("ES256", text));
    QTest::newRow("r = s = 0") << es(QByteArray(64, '\0'));
    QTest::newRow("r = 0") << es(QByteArray(32, '\0') + signature.sliced(32));
    QTest::newRow("s = 0") << es(signature.first(32) + QByteArray(32, '\0'));
    QTest::newRow("all ones") << es(QByteArray(64, '\xff'));
    // The order of the curve: equal to zero, but not written so.
    const QByteArray order
        = QByteArray::fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    QTest::newRow("r = s = order") << es(order + order);
    QTest::newRow("cut by one") << es(signature.chopped(1));
    QTest::newRow("cut to r") << es(signature.first(32));
    QTest::newRow("one more") << es(signature + '\0');
    QTest::newRow("zero in front") << es('\0' + signature);
    QTest::newRow("wider numbers") << es(
        QByteArray(1, '\0') + signature.first(32) + QByteArray(1, '\0') + signature.sliced(32));
    QTest::newRow("s and r exchanged") << es(signature.sliced(32) + signature.first(32));
    const QByteArray rsa = m_rsa.sign("RS256", good().first(good().lastIndexOf('.')));
    QTest::newRow("truncated RSA") << withSignature(good(), rsa.chopped(1));
    QTest::newRow("RSA with a zero in front") << withSignature(good(), '\0' + rsa);
    QTest::newRow("RSA of zeros") << withSignature(good(), QByteArray(256, '\0'));
    QTest::newRow("RSA of one") << withSignature(good(), QByteArray(255, '\0') + '\1');
    const QByteArray mac = m_mac.raw("HS256", R"({"alg":"HS256","kid":"mac"})", goodClaims);
    QTest::newRow("truncated MAC") << mac.chopped(4);
    QTest::newRow("MAC of one byte") << withSignature(mac, "x");
    const QByteArray ed = m_ed.raw("EdDSA", R"({"alg":"EdDSA","kid":"ed"})", goodClaims);
    QTest::newRow("Ed25519 of zeros") << withSignature(ed, QByteArray(64, '\0'));
    QTest::newRow("Ed25519 truncated") << ed.chopped(4);
    const QByteArray elsewhere = m_rsa.raw("RS256", R"({"alg":"RS256","kid":"rsa"})", R"({"sub":"eve"})");
    QTest::newRow("signature of another payload")
        << good().first(good().lastIndexOf('.')) + elsewhere.sliced(elsewhere.lastIndexOf('.'));
}

void JwtForgeryTest::addClaims()
{
    const auto row = [this](const char *name, const char *claims) {
        QTest::newRow(name) << m_rsa.raw("RS256", R"({"alg":"RS256","kid":"rsa"})", claims);
    };
    row("expired", R"({"iss":"me","aud":"gateway","exp":1699999000})");
    row("no exp", R"({"iss":"me","aud":"gateway"})");
    row("exp as text", R"({"iss":"me","aud":"gateway","exp":"1700000600"})");
    row("nbf ahead", R"({"iss":"me","aud":"gateway","exp":1700009999,"nbf":1700000999})");
    row("wrong iss", R"({"iss":"you","aud":"gateway","exp":1700000600})");
    row("wrong aud", R"({"iss":"me","aud":"other","exp":1700000600})");
    row("exp twice", R"({"iss":"me","aud":"gateway","exp":1,"exp":1700000600})");
    row("exp twice, other order", R"({"iss":"me","aud":"gateway","exp":1700000600,"exp":1})");
    row("claims are a list", R"(["iss","me"])");
    row("claims are null", "null");
    row("claims and more", R"({"iss":"me","aud":"gateway","exp":1700000600} {})");
    row("no claims", "");
    QTest::newRow("the good claims, compressed")
        << m_rsa.raw("RS256", R"({"alg":"RS256","kid":"rsa","zip":"DEF"})", qCompress(goodClaims));
}

void JwtForgeryTest::forged()
{
    QFETCH(QByteArray, token);
    const Result<Claims> claims = verifyJwt(token, m_keys, m_rules, now);
    QVERIFY(!claims);
    QCOMPARE(claims.error().kind, ErrorKind::Unauthenticated);
    QCOMPARE(claims.error().code, QByteArray("invalid_token"));
    QVERIFY(!claims.error().message.isEmpty());
    QCOMPARE(ERR_peek_error(), 0UL);
}

void JwtForgeryTest::errorsSayNothingOfTheToken()
{
    const QByteArray header = R"({"alg":"canary-alg","kid":"canary-kid","crit":["canary-crit"]})";
    const QByteArray claims = R"({"iss":"canary-iss","aud":"canary-aud","exp":1700000600})";
    for (const QByteArray &token : {joined(header, claims, "canary"), QByteArray("canary"),
             m_rsa.raw("RS256", R"({"alg":"RS256","kid":"canary-kid"})", claims),
             m_rsa.raw("RS256", R"({"alg":"RS256","kid":"rsa"})", claims)}) {
        const Result<Claims> result = verifyJwt(token, m_keys, m_rules, now);
        QVERIFY(!result);
        QVERIFY(!result.error().message.contains(QLatin1String("canary")));
        QVERIFY(!result.error().detail.contains(QLatin1String("canary")));
    }
}

QTEST_APPLESS_MAIN(JwtForgeryTest)
#include "tst_jwtforgery.moc"
