// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwt.h"
#include "auth/jwtencoding.h"
#include "auth/jwtsignature.h"
#include "tokenmaker.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::system_clock::time_point now {std::chrono::seconds(1'700'000'000)};

Json claimsOf(qint64 expiry)
{
    return {{"iss", "https://issuer.example"}, {"sub", "anna"}, {"aud", "gateway"}, {"exp", expiry}};
}

Json fresh()
{
    return claimsOf(1'700'000'600);
}

// The claims of RFC 7515, appendix A.
const QByteArray rfcPayload
    = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19y"
      "b290Ijp0cnVlfQ";

Result<KeySet> setOf(const std::vector<Json> &keys)
{
    return readKeySet(keySetDocument(keys));
}

} // namespace

class JwtTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rfcExamples_data();
    void rfcExamples();
    void everyAlgorithm_data();
    void everyAlgorithm();
    void aKeyWithAlgVerifiesNoOther();
    void theNameOfTheKeyDecides();
    void aTokenWithoutNameTriesAllKeys();
    void keysOfOneNameAreAllTried();
    void times_data();
    void times();
    void issuerAndAudience_data();
    void issuerAndAudience();
    void claimsAreFoundByPath();

private:
    const TokenMaker m_ed {JwkKind::Ed25519, "ed"};
    const TokenMaker m_rsa {JwkKind::Rsa, "the key"};
    const TokenMaker m_otherRsa {JwkKind::Rsa, "the key"};
};

void JwtTest::rfcExamples_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("RFC 7515 A.1, HS256")
        << QByteArray(
               "{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4"
               "hcgUuTwjAzZr1Z9CAow\"}")
        << QByteArray("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + rfcPayload
               + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    QTest::newRow("RFC 7515 A.2, RS256")
        << QByteArray(
               "{\"kty\":\"RSA\",\"n\":\"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw"
               "-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg"
               "0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5"
               "ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpo"
               "Q\",\"e\":\"AQAB\"}")
        << QByteArray("eyJhbGciOiJSUzI1NiJ9." + rfcPayload
               + ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_"
                 "O8W2Fp5jujG"
                 "bds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_"
                 "nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0"
                 "GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-"
                 "eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6Lb"
                 "gGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw");
    QTest::newRow("RFC 7515 A.3, ES256")
        << QByteArray(
               "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
               "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}")
        << QByteArray("eyJhbGciOiJFUzI1NiJ9." + rfcPayload
               + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
    QTest::newRow("RFC 7515 A.4, ES512")
        << QByteArray(
               "{\"kty\":\"EC\",\"crv\":\"P-521\",\"x\":\"AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5E"
               "OnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk\",\"y\":\"ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l"
               "2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2\"}")
        << QByteArray(
               "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA.AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-m"
               "ZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNr"
               "mxYbSW9ERBXukOXolLzeO_Jn");
    QTest::newRow("RFC 8037 A.4, EdDSA")
        << QByteArray(
               "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}")
        << QByteArray(
               "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg"
               "3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

void JwtTest::rfcExamples()
{
    QFETCH(QByteArray, jwk);
    QFETCH(QByteArray, token);
    const auto keys = readKeySet("{\"keys\":[" + jwk + "]}");
    QVERIFY(keys && keys->keys.size() == 1);
    Result<Jwt> parts = readJwt(token);
    QVERIFY(parts.has_value());
    QCOMPARE(checkSignature(*parts, *keys), SignatureState::Good);

    // Each with another bit, in the text and in the signature.
    Jwt otherText = *parts;
    otherText.signedText[otherText.signedText.size() / 2]
        = static_cast<char>(otherText.signedText.at(otherText.signedText.size() / 2) ^ 1);
    QCOMPARE(checkSignature(otherText, *keys), SignatureState::UnknownKey);
    for (qsizetype i = 0; i < parts->signature.size(); ++i) {
        Jwt other = *parts;
        other.signature[i] = static_cast<char>(other.signature.at(i) ^ 1);
        QVERIFY(!verifySignature(keys->keys[0], other.algorithm, other.signedText, other.signature));
    }
    if (token.contains(rfcPayload)) {
        const auto then = std::chrono::system_clock::time_point(1'300'819'000s);
        const Result<Claims> claims = verifyJwt(token, *keys, {.issuer = "joe"}, then);
        QVERIFY(claims.has_value());
        QCOMPARE(Claims::text(claims->find("http://example.com/is_root")), QByteArray("true"));
    }
}

void JwtTest::everyAlgorithm_data()
{
    QTest::addColumn<JwkKind>("kind");
    QTest::addColumn<QByteArray>("algorithm");
    for (const char *const name : {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"}) {
        QTest::newRow(name) << JwkKind::Rsa << QByteArray(name);
    }
    for (const char *const name : {"HS256", "HS384", "HS512"}) {
        QTest::newRow(name) << JwkKind::Symmetric << QByteArray(name);
    }
    QTest::newRow("ES256") << JwkKind::P256 << QByteArray("ES256");
    QTest::newRow("ES384") << JwkKind::P384 << QByteArray("ES384");
    QTest::newRow("ES512") << JwkKind::P521 << QByteArray("ES512");
    QTest::newRow("EdDSA") << JwkKind::Ed25519 << QByteArray("EdDSA");
    QTest::newRow("Ed25519, its newer name") << JwkKind::Ed25519 << QByteArray("Ed25519");
}

void JwtTest::everyAlgorithm()
{
    QFETCH(JwkKind, kind);
    QFETCH(QByteArray, algorithm);
    // RSA keys take long to make.
    const bool isRsa = kind == JwkKind::Rsa;
    const TokenMaker ownMaker(isRsa ? JwkKind::P256 : kind, "the key");
    const TokenMaker ownOther(isRsa ? JwkKind::P256 : kind, "the key");
    const TokenMaker &maker = isRsa ? m_rsa : ownMaker;
    const TokenMaker &other = isRsa ? m_otherRsa : ownOther;
    const QByteArray token = maker.token(algorithm, fresh());
    const auto keys = setOf({m_ed.jwk(), maker.jwk()});
    QVERIFY(keys && keys->skipped.empty());
    const Result<Claims> claims = verifyJwt(token, *keys, {}, now);
    QVERIFY2(claims.has_value(), claims ? "" : qPrintable(claims.error().message));
    QCOMPARE(Claims::text(claims->find("sub")), QByteArray("anna"));
    QVERIFY(!verifyJwt(token, *setOf({other.jwk()}), {}, now));
    QVERIFY(!verifyJwt(token, KeySet {}, {}, now));
    QVERIFY(!verifyJwt(token.chopped(1), *keys, {}, now));
}

void JwtTest::aKeyWithAlgVerifiesNoOther()
{
    Json key = m_rsa.jwk();
    key["alg"] = "RS256";
    const auto keys = setOf({key});
    QVERIFY(verifyJwt(m_rsa.token("RS256", fresh()), *keys, {}, now));
    QVERIFY(!verifyJwt(m_rsa.token("PS256", fresh()), *keys, {}, now));
    QVERIFY(!verifyJwt(m_rsa.token("RS512", fresh()), *keys, {}, now));
    QCOMPARE(checkSignature(*readJwt(m_rsa.token("RS512", fresh())), *keys), SignatureState::UnfitKey);
}

void JwtTest::theNameOfTheKeyDecides()
{
    const QByteArray token = m_ed.token("EdDSA", fresh());
    Json key = m_ed.jwk();
    QCOMPARE(checkSignature(*readJwt(token), *setOf({key})), SignatureState::Good);
    key["kid"] = "Ed";
    QCOMPARE(checkSignature(*readJwt(token), *setOf({key})), SignatureState::UnknownKey);
    key.erase("kid");
    QCOMPARE(checkSignature(*readJwt(token), *setOf({key})), SignatureState::UnknownKey);
    QCOMPARE(checkSignature(*readJwt(token), *setOf({TokenMaker(JwkKind::Ed25519, "ed").jwk()})),
        SignatureState::Bad);
}

void JwtTest::aTokenWithoutNameTriesAllKeys()
{
    const QByteArray token = m_ed.raw("EdDSA", R"({"alg":"EdDSA"})", toText(fresh()));
    const TokenMaker unnamed(JwkKind::Ed25519);
    QCOMPARE(checkSignature(*readJwt(token), *setOf({unnamed.jwk(), m_ed.jwk()})), SignatureState::Good);
    QCOMPARE(checkSignature(*readJwt(token), *setOf({unnamed.jwk()})), SignatureState::UnknownKey);
}

void JwtTest::keysOfOneNameAreAllTried()
{
    const auto keys = setOf({m_rsa.jwk(), m_otherRsa.jwk()});
    QVERIFY(verifyJwt(m_rsa.token("RS256", fresh()), *keys, {}, now));
    QVERIFY(verifyJwt(m_otherRsa.token("RS256", fresh()), *keys, {}, now));
}

void JwtTest::times_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char *name, const char *claims, bool isGood) {
        QTest::newRow(name) << QByteArray(claims) << isGood;
    };
    row("ahead", R"({"exp":1700000001})", true);
    row("within the leeway", R"({"exp":1699999941})", true);
    row("at the end of the leeway", R"({"exp":1699999940})", false);
    row("fraction within the leeway", R"({"exp":1699999940.5})", true);
    row("fraction beyond it", R"({"exp":1699999939.5})", false);
    row("exponent", R"({"exp":1.8e9})", true);
    row("far ahead", R"({"exp":1e300})", true);
    row("zero", R"({"exp":0})", false);
    row("negative", R"({"exp":-1})", false);
    row("no expiry", R"({"sub":"x"})", false);
    row("null expiry", R"({"exp":null})", false);
    row("text", R"({"exp":"1800000000"})", false);
    row("list", R"({"exp":[1800000000]})", false);
    row("beyond numbers", R"({"exp":1e999})", false);
    row("starts within the leeway", R"({"exp":1800000000,"nbf":1700000060})", true);
    row("starts later", R"({"exp":1800000000,"nbf":1700000061})", false);
    row("starts later by a fraction", R"({"exp":1800000000,"nbf":1700000060.5})", false);
    row("start as text", R"({"exp":1800000000,"nbf":"0"})", false);
    row("start null", R"({"exp":1800000000,"nbf":null})", false);
}

void JwtTest::times()
{
    QFETCH(QByteArray, claims);
    QFETCH(bool, isGood);
    const QByteArray token = m_ed.raw("EdDSA", R"({"alg":"EdDSA","kid":"ed"})", claims);
    const Result<Claims> result = verifyJwt(token, *setOf({m_ed.jwk()}), {}, now);
    QCOMPARE(result.has_value(), isGood);
    QCOMPARE(isGood ? QByteArray("invalid_token") : result.error().code, QByteArray("invalid_token"));
}

void JwtTest::issuerAndAudience_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char *name, const char *claims, bool isGood) {
        QTest::newRow(name) << QByteArray(claims) << isGood;
    };
    row("both", R"({"iss":"me","aud":"gateway"})", true);
    row("one of several audiences", R"({"iss":"me","aud":["a","gateway"]})", true);
    row("another issuer", R"({"iss":"you","aud":"gateway"})", false);
    row("issuer in another case", R"({"iss":"Me","aud":"gateway"})", false);
    row("longer issuer", R"({"iss":"me/","aud":"gateway"})", false);
    row("issuer as a list", R"({"iss":["me"],"aud":"gateway"})", false);
    row("issuer behind a zero", R"({"iss":"me\u0000","aud":"gateway"})", false);
    row("no issuer", R"({"aud":"gateway"})", false);
    row("another audience", R"({"iss":"me","aud":"Gateway"})", false);
    row("no fitting audience", R"({"iss":"me","aud":["a","b"]})", false);
    row("no audiences", R"({"iss":"me","aud":[]})", false);
    row("nested audience", R"({"iss":"me","aud":[["gateway"]]})", false);
    row("audience as a member", R"({"iss":"me","aud":{"gateway":"gateway"}})", false);
    row("no audience", R"({"iss":"me"})", false);
}

void JwtTest::issuerAndAudience()
{
    QFETCH(QByteArray, claims);
    QFETCH(bool, isGood);
    const QByteArray payload = claims.chopped(1) + ",\"exp\":1700000600}";
    const QByteArray token = m_ed.raw("EdDSA", R"({"alg":"EdDSA","kid":"ed"})", payload);
    const auto keys = setOf({m_ed.jwk()});
    QCOMPARE(verifyJwt(token, *keys, {.issuer = "me", .audience = "gateway"}, now).has_value(), isGood);
    QVERIFY(verifyJwt(token, *keys, {}, now).has_value());
}

void JwtTest::claimsAreFoundByPath()
{
    const Claims claims(Json::parse(R"({"a":{"b":{"c":1}},"a.b":{"d":"two"},"https://x.y/z":true,
        "https://x.y/t":{"g":"deep"},"null":null,"list":[1],"":{"":"odd"}})"));
    QCOMPARE(Claims::text(claims.find("a.b.c")), QByteArray("1"));
    QCOMPARE(Claims::text(claims.find("a.b.d")), QByteArray("two"));
    QCOMPARE(Claims::text(claims.find("https://x.y/z")), QByteArray("true"));
    QCOMPARE(Claims::text(claims.find("https://x.y/t.g")), QByteArray("deep"));
    for (const char *const path : {"a.x", "a.b.c.d", "null", "none", ".", "..", "a.", ".a", "list.0"}) {
        QVERIFY2(!Claims::text(claims.find(path)), path);
    }
    QVERIFY(!Claims::text(claims.find("list")));
    QVERIFY(Claims(Json("text")).tree().is_object());
}

QTEST_APPLESS_MAIN(JwtTest)
#include "tst_jwt.moc"
