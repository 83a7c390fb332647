// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestfacts.h"

#include <QWidget>

class QLabel;
class QSplitter;

namespace nexus {

class CodeView;
class FactsView;

//! \brief What became of a request on its way to the provider: in words, and the client's request beside the
//! one that was sent, with a sign, a word and a ground at each line that differs.
class TranslationView final : public QWidget {
    Q_OBJECT

public:
    explicit TranslationView(QWidget *parent = nullptr);

    void setDossier(const RequestDossier &dossier, const std::optional<ProviderDialect> &provider);

private:
    struct Side {
        QLabel *title = nullptr;
        CodeView *code = nullptr;
        MarkedText text;
    };

    [[nodiscard]] Side makeSide(const QString &name);
    void show(Side &side, const MarkedText &text, TranslationSide which);
    void paintGrounds(const Side &side);
    void changeEvent(QEvent *event) override;

    FactsView *m_facts;
    QSplitter *m_sides;
    Side m_client;
    Side m_sent;
};

} // namespace nexus
