// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <vector>

namespace nexus {

//! \brief Lets the program speak one of its languages, and another while it runs.
class Languages final : public QObject {
    Q_OBJECT

public:
    explicit Languages(QObject *parent = nullptr);
    ~Languages() override;

    //! \param code such as `de` or `zh_CN`; empty is the system's, English where that is none of ours
    void use(const QString &code);

private:
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    QString m_code;
    bool m_isChosen = false;
};

} // namespace nexus
