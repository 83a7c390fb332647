// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "routing/keyring.h"
#include "service/providerprobe.h"
#include "ui/widgets/theme.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace nexus {

//! \brief One of the several keys of a provider: how it ends, where it is kept, whether it rests and what
//! came of a test. It is replaced and removed from here.
class KeyRow final : public QWidget {
    Q_OBJECT

public:
    //! \param place among the keys; its widgets are `keyListEndingN` and the like, from 0
    explicit KeyRow(std::size_t place, QWidget *parent = nullptr);

    //! \param ending what people recognize the key by
    //! \param place a sentence: where it is kept
    void setKey(const QString &ending, const QString &place);
    //! \brief Says for how long the key rests; nothing when it does not.
    void setRest(const std::optional<KeyRest> &rest);
    //! \brief Says that the keychain lacks the key.
    void setMissing();

    //! \brief Says that the key is being tried.
    void setTrying();
    //! \brief Says what came of that.
    void setReport(const ProbeReport &report, const ProviderConfig &provider);
    void forgetReport();

    //! \brief Whether there are buttons to replace and to remove it.
    void setActionsVisible(bool areVisible);
    void focusReplace();
    //! \brief Goes, for the Tab key, behind \a before.
    //! \return its last one
    QWidget *setTabOrderAfter(QWidget *before);

Q_SIGNALS:
    void replaceWanted();
    void removalWanted();

private:
    //! An icon and words; hidden as long as there are none.
    struct Line {
        QWidget *box = nullptr;
        QLabel *icon = nullptr;
        QLabel *sentence = nullptr;
        QString picture {};
        Tone tone = Tone::Dim;
    };

    [[nodiscard]] Line addLine(QVBoxLayout *layout, const QString &name);
    void say(Line &line, const QString &picture, Tone tone, const QString &sentence);
    void draw(const Line &line) const;
    void changeEvent(QEvent *event) override;

    QLabel *m_ending;
    QLabel *m_place;
    QToolButton *m_replace;
    QToolButton *m_drop;
    Line m_state;
    Line m_trial;
};

} // namespace nexus
