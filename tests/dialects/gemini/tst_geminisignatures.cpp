// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geminitest.h"

using namespace nexus;
using namespace nexus::gemini;

class GeminiSignaturesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returnsSignatures_data();
    void returnsSignatures();
};

Q_DECLARE_METATYPE(std::vector<nexus::MessagePart>)

namespace {

using Parts = std::vector<MessagePart>;

ToolCallPart signedCall(const char *id, const char *signature)
{
    ToolCallPart out = call(id, "f");
    out.signature = signature;
    return out;
}

ReasoningPart proof(const char *signature)
{
    return {.text = "hmm", .signature = signature};
}

} // namespace

// Each part of the model's turn as "kind:signature", kind being t(ext), e(mpty text), c(all), i(mage).
void GeminiSignaturesTest::returnsSignatures_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray three = "gemini-3-pro-preview";
    const QByteArray second = "gemini-2.5-flash";
    const QByteArray skip = "skip_thought_signature_validator";
    QTest::newRow("on its call") << three << Parts {signedCall("1", "Uw==")} << QByteArray("c:Uw==");
    QTest::newRow("of parallel calls only the first is signed")
        << three << Parts {signedCall("1", "Uw=="), call("2", "f")} << QByteArray("c:Uw== c:");
    QTest::newRow("calls of another model")
        << three << Parts {call("1", "f"), call("2", "f")} << "c:" + skip + " c:" + skip;
    QTest::newRow("any name of a later model")
        << QByteArray("models/gemini-flash-latest") << Parts {call("1", "f")} << "c:" + skip;
    QTest::newRow("Gemini 2.5 needs none") << second << Parts {call("1", "f")} << QByteArray("c:");
    QTest::newRow("Gemini 2.5 gets its own back")
        << second << Parts {signedCall("1", "Uw==")} << QByteArray("c:Uw==");
    QTest::newRow("of a thought, on the text behind it")
        << three << Parts {proof("Uw=="), text("a"), text("b")} << QByteArray("t:Uw== t:");
    QTest::newRow("of a thought, before a call without one")
        << three << Parts {proof("Uw=="), call("1", "f")} << "e:Uw== c:" + skip;
    QTest::newRow("of a thought, beside a signed call")
        << three << Parts {proof("Uw=="), signedCall("1", "VA==")} << QByteArray("e:Uw== c:VA==");
    QTest::newRow("of a thought, on an image")
        << three << Parts {proof("Uw=="), MediaPart {.mediaType = "image/png", .data = "AAAA"}}
        << QByteArray("i:Uw==");
    QTest::newRow("last of all, on an empty text")
        << three << Parts {text("a"), proof("Uw==")} << QByteArray("t: e:Uw==");
    QTest::newRow("two in a row") << three << Parts {proof("Uw=="), proof("VA=="), text("a")}
                                  << QByteArray("e:Uw== t:VA==");
    QTest::newRow("a thought without one")
        << three << Parts {ReasoningPart {.text = "hmm"}, text("a")} << QByteArray("t:");
    QTest::newRow("older models know none")
        << QByteArray("gemini-2.0-flash") << Parts {proof("Uw=="), text("a"), signedCall("1", "VA==")}
        << QByteArray("t: c:");
}

void GeminiSignaturesTest::returnsSignatures()
{
    QFETCH(const QByteArray, model);
    QFETCH(const Parts, parts);
    QFETCH(const QByteArray, expected);
    const Json body = written(request({user({text("q")}), assistant(parts)}, model.constData()));
    QVERIFY(body.contains("contents"));
    QByteArrayList seen;
    for (const Json &part : body["contents"][1]["parts"]) {
        QByteArray kind = part.contains("functionCall") ? "c" : part.contains("inlineData") ? "i" : "t";
        if (kind == "t" && part["text"] == "") {
            kind = "e";
        }
        seen.append(kind + ':' + QByteArray::fromStdString(part.value("thoughtSignature", "")));
    }
    QCOMPARE(seen.join(' '), expected);
}

QTEST_APPLESS_MAIN(GeminiSignaturesTest)
#include "tst_geminisignatures.moc"
