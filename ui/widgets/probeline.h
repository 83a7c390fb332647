// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/providerprobe.h"
#include "ui/widgets/theme.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace nexus {

//! \brief What a report is drawn with, never by colour alone.
struct ProbeLook {
    QString icon; //!< a name of lineIcon()
    Tone tone = Tone::Dim;
};

[[nodiscard]] ProbeLook lookOf(const ProbeReport &report);

//! \brief A button that tries a provider, and what came of that: beside it, or alone where the button stands
//! among others.
class ProbeLine final : public QWidget {
    Q_OBJECT

public:
    //! \param name of its widgets for tests: `NAMEButton`, `NAMEResult`
    //! \param what gives the provider at the moment of the click
    ProbeLine(const QString &name, const Environment &environment, std::function<ProviderConfig()> what,
        QWidget *parent = nullptr);

    //! \brief To be put into a layout of the parent.
    [[nodiscard]] QPushButton *button() const { return m_button; }

    //! \brief Forgets the result: what was tried is not what would be tried now.
    void reset();
    void test();

    //! \brief What it says, empty before the first test.
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void tested(const nexus::ProbeReport &report);

private:
    void freeButton();
    void onFinished(const ProbeReport &report);
    void say(const QString &icon, Tone tone, const QString &sentence);

    std::function<ProviderConfig()> m_what;
    ProviderProbe m_probe;
    ProviderConfig m_asked;
    QPushButton *m_button;
    QLabel *m_icon;
    QLabel *m_sentence;
};

} // namespace nexus
