// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/bodies/redactbodies.h"

#include "ledger/bodies/mediashelf.h"
#include "ledger/bodies/redactheaders.h"
#include "ledger/bodies/secretscan.h"
#include "wire/stringwatch.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>
#include <vector>

namespace nexus {

namespace {

// What takes the place of a part of a text.
struct Edit {
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text;
    bool isPiece = false; // of what was found in several pieces, which knows more
};

// The parts of one text that a stream says in pieces.
struct Pieces {
    std::vector<qsizetype> begins; // in the stream
    std::vector<qsizetype> offsets; // in joined
    QByteArray joined;
};

QByteArray maskOf(QByteArrayView secret)
{
    constexpr qsizetype shown = 4;
    const QByteArrayView last = secret.last(std::min(shown, secret.size()));
    return "***" + last.sliced(last.lastIndexOf('\\') + 1).toByteArray();
}

QByteArray noteOf(QByteArrayView base64, MediaShelf *media)
{
    const QByteArray bytes = decodedMedia(base64);
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    if (media) {
        media->keep(sha256, bytes);
    }
    return "{size:" + QByteArray::number(bytes.size()) + ",sha256:" + sha256 + '}';
}

void addFindings(std::vector<Edit> &edits, const QByteArray &text, MediaShelf *media)
{
    for (const Finding &finding : findSecrets(text)) {
        const QByteArrayView found = QByteArrayView(text).sliced(finding.begin, finding.end - finding.begin);
        edits.push_back({finding.begin, finding.end,
            finding.kind == Finding::Kind::Secret ? maskOf(found) : noteOf(found, media)});
    }
}

// By their key: what a model says, thinks and wants of tools.
std::map<QByteArray, Pieces> streamedTexts(const QByteArray &stream)
{
    static const QByteArrayList keys {"content", "text", "reasoning_content", "reasoning", "refusal",
        "thinking", "arguments", "partial_json"};
    std::map<QByteArray, Pieces> texts;
    StringWatch watch;
    watch.feed(stream, [&](const StringWatch::Piece &piece) {
        const QByteArray key = piece.key.toByteArray();
        if (piece.text.isEmpty() || !keys.contains(key)) {
            return;
        }
        Pieces &pieces = texts[key];
        pieces.begins.push_back(piece.text.data() - stream.constData());
        pieces.offsets.push_back(pieces.joined.size());
        pieces.joined.append(piece.text.data(), piece.text.size());
    });
    return texts;
}

// The mask goes where the secret begins; of the other pieces nothing stays.
void addPieces(std::vector<Edit> &edits, const Pieces &pieces, const Finding &finding)
{
    QByteArray mask
        = maskOf(QByteArrayView(pieces.joined).sliced(finding.begin, finding.end - finding.begin));
    for (std::size_t i = 0; i < pieces.begins.size(); ++i) {
        const qsizetype offset = pieces.offsets[i];
        const qsizetype end = i + 1 < pieces.offsets.size() ? pieces.offsets[i + 1] : pieces.joined.size();
        const qsizetype from = std::max(offset, finding.begin);
        const qsizetype to = std::min(end, finding.end);
        if (from < to) {
            const qsizetype shift = pieces.begins[i] - offset;
            edits.push_back({from + shift, to + shift, std::exchange(mask, {}), true});
        }
    }
}

void addSplitSecrets(std::vector<Edit> &edits, const QByteArray &stream)
{
    for (const auto &[key, pieces] : streamedTexts(stream)) {
        if (pieces.begins.size() < 2) {
            continue;
        }
        for (const Finding &finding : findSecrets(pieces.joined)) {
            if (finding.kind == Finding::Kind::Secret) {
                addPieces(edits, pieces, finding);
            }
        }
    }
}

// Edits that overlap become one.
std::vector<Edit> merged(std::vector<Edit> edits)
{
    std::ranges::stable_sort(edits, std::less(), &Edit::begin);
    std::vector<Edit> apart;
    for (Edit &edit : edits) {
        if (apart.empty() || edit.begin >= apart.back().end) {
            apart.push_back(std::move(edit));
            continue;
        }
        Edit &last = apart.back();
        last.end = std::max(last.end, edit.end);
        if (edit.isPiece && !last.isPiece) {
            last.text = std::move(edit.text);
            last.isPiece = true;
        }
    }
    return apart;
}

QByteArray applied(const QByteArray &text, std::vector<Edit> edits)
{
    if (edits.empty()) {
        return text;
    }
    QByteArray out;
    out.reserve(text.size());
    qsizetype pos = 0;
    for (const Edit &edit : merged(std::move(edits))) {
        out.append(text.constData() + pos, edit.begin - pos).append(edit.text);
        pos = edit.end;
    }
    return out.append(text.constData() + pos, text.size() - pos);
}

} // namespace

QByteArray redactedText(const QByteArray &text, MediaShelf *media)
{
    std::vector<Edit> edits;
    addFindings(edits, text, media);
    return applied(text, std::move(edits));
}

RecordedBodies redacted(RecordedBodies bodies, MediaShelf *media)
{
    bodies.prompt = redactedText(bodies.prompt, media);
    bodies.sent = redactedText(bodies.sent);
    bodies.requestHeaders = redactedHeaders(bodies.requestHeaders);
    bodies.answerHeaders = redactedHeaders(bodies.answerHeaders);
    std::vector<Edit> edits;
    addFindings(edits, bodies.answer, media);
    addSplitSecrets(edits, bodies.answer);
    bodies.answer = applied(bodies.answer, std::move(edits));
    return bodies;
}

} // namespace nexus
