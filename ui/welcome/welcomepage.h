// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/page.h"

#include <array>

class QPushButton;

namespace nexus {

class ConnectStep;
class KeyStep;
class StepCard;
class TryStep;

//! \brief What is shown at the first start: a key, a first request, the lines for a program. It can be left
//! at any time.
class WelcomePage final : public Page {
    Q_OBJECT

public:
    explicit WelcomePage(const ConsoleParts &parts, QWidget *parent = nullptr);

Q_SIGNALS:
    //! It was gone through or skipped, and is not needed again.
    void finished();

private:
    enum Step { Key, Try, Connect };

    void makeLayout();
    void connectParts();
    void open(Step step);
    void onAdded(const QString &provider);
    void onDemo();

    ConsoleParts m_parts;
    KeyStep *m_key;
    TryStep *m_try;
    ConnectStep *m_connect;
    std::array<StepCard *, 3> m_cards {};
    QPushButton *m_skip;
};

} // namespace nexus
