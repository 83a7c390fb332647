// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace nexus {

Languages::Languages(QObject *parent)
    : QObject(parent)
{ }

Languages::~Languages()
{
    for (const auto &translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
}

void Languages::use(const QString &code)
{
    if (m_isChosen && code == m_code) {
        return;
    }
    m_isChosen = true;
    m_code = code;
    for (const auto &translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
    m_translators.clear();
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    // Words of Qt's own dialogs come from Qt, ours from the program; English has plurals to be said.
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        m_translators.push_back(std::move(qt));
    }
    auto own = std::make_unique<QTranslator>();
    if (own->load(locale, QStringLiteral("nexus"), QStringLiteral("_"), QStringLiteral(":/nexus/i18n"))
        || own->load(QStringLiteral(":/nexus/i18n/nexus_en"))) {
        m_translators.push_back(std::move(own));
    }
    for (const auto &translator : m_translators) {
        QCoreApplication::installTranslator(translator.get());
    }
}

} // namespace nexus
