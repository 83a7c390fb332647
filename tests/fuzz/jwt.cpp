// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// No text verifies against keys that nobody can sign with here. What is signed with one secret never verifies
// against another set, nor after a change of any byte; and what does verify has the claims that it is about.

#include "auth/jwt.h"
#include "auth/jwtencoding.h"

#include <QMessageAuthenticationCode>

#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

// Their private halves were thrown away.
constexpr auto foreignKeys
    = R"({"keys":[{"kty":"RSA","kid":"rsa","e":"AQAB","n":")"
      "xQ6H09Hw5kZTIYIJT7e6Wt7C2zHKQRlI7OBGSt4bWdbB_B2uJgdaeY5NsnNjr0VCOel347CkcNpdIXXQ"
      "p1Ruo3Y9TQipqyqY212Qn2UBSclUnXynT5tA-SaDyfxUja9RCaKI28dusFQzV-ulYxvzxkffnPWTQEGi"
      "lIYuxuYYtYPRMDM9zvQIobOnSR6rFNynE5i8fMBiLlzmd-JQ914yfvYGZ4isJ8OF-ag_e-a95Q5YgrtZ"
      "MJ4PPPdJyYJ4MvqTfP3MnkUvkpKU53L_sNZ6ny3hsOW9K7X_Eff8tnuZxHA2mIfA2QFW5sXZ26x6c5Im"
      "biHRfrcpRnWgZYNvqx3s8Q"
      R"("},{"kty":"EC","kid":"ec","crv":"P-256","x":"LB9MdjMuW9egOjHVMTcjzP0gfiLIvJDy7AKd4DmBlF8",)"
      R"("y":"6ypZt1W6ve34iQNVlEl_IoCNThcR5IH2Sg_7wGQjG0c"},{"kty":"OKP","kid":"ed","crv":"Ed25519",)"
      R"("x":"JZLM9U2twjT0DWCil6h0FrJPBsZadH4ahrXF9GghVno"},{"kty":"oct","kid":"mac",)"
      R"("k":"_RttZPuFfCj01wxn8eho3Jc08ryc71C8fKUiaG9y9GJkT1Im7kHzKt0u01osolnz"}]})";

const QByteArray secret = "a secret of the fuzzer, longer than a hash";
const JwtRules rules {.issuer = "me", .audience = "gateway"};
constexpr std::chrono::system_clock::time_point now {std::chrono::seconds(1'700'000'000)};

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

KeySet read(const QByteArray &document)
{
    Result<KeySet> keys = readKeySet(document);
    require(keys.has_value() && keys->skipped.empty());
    return std::move(*keys);
}

const KeySet foreign = read(foreignKeys);
const KeySet own = read(R"({"keys":[{"kty":"oct","kid":"own","k":")" + encodeBase64Url(secret) + R"("}]})");

void checkRefusal(const QByteArray &token, const KeySet &keys)
{
    const Result<Claims> claims = verifyJwt(token, keys, rules, now);
    require(!claims && claims.error().kind == ErrorKind::Unauthenticated
        && claims.error().code == "invalid_token" && !claims.error().message.isEmpty());
}

// The header is what the first line says, the payload is the rest.
void checkSigned(const QByteArray &input, qsizetype place)
{
    const qsizetype line = input.indexOf('\n');
    const QByteArray header = input.first(line < 0 ? 0 : line);
    const QByteArray payload = input.sliced(line + 1);
    const QByteArray text = encodeBase64Url(header) + '.' + encodeBase64Url(payload);
    const QByteArray token = text + '.'
        + encodeBase64Url(QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256));
    checkRefusal(token, foreign);
    checkRefusal(token, {});
    const Result<Claims> claims = verifyJwt(token, own, rules, now);
    if (!claims) {
        checkRefusal(token, own);
        return;
    }
    const std::optional<Json> tree = parseUniqueObject(payload);
    require(tree && *tree == claims->tree());
    require(Claims::text(claims->find("iss")) == rules.issuer && claims->find("exp")->is_number());
    QByteArray changed = token;
    changed[place % changed.size()] = changed.at(place % changed.size()) == 'A' ? 'B' : 'A';
    checkRefusal(changed, own);
    checkRefusal(token + 'A', own);
    checkRefusal(token.chopped(1), own);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray input(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    checkRefusal(input, foreign);
    checkSigned(input, data[0]);
    return 0;
}
