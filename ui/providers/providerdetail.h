// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/providerrows.h"
#include "ui/widgets/page.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace nexus {

class ConfirmStrip;
class ConnectionSection;
class KeySection;
class ModelsSection;

//! \brief All about one provider, beside the list.
class ProviderDetail final : public QWidget {
    Q_OBJECT

public:
    explicit ProviderDetail(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Shows the provider of \a row; with the same name as before only what has changed.
    void setRow(const ProviderRow &row);
    //! \brief Takes what the file says now.
    void reload();

    [[nodiscard]] const QString &provider() const { return m_row.name; }
    //! \brief Whether somebody is in the middle of a change.
    [[nodiscard]] bool isEditing() const;

Q_SIGNALS:
    void linkActivated(const nexus::PageLink &link);
    void renamed(const QString &from, const QString &to);
    //! The provider was taken out of the file.
    void removed(const QString &provider);
    void failed(const QString &sentence);

private:
    void makeHead(QBoxLayout *layout);
    void connectParts();
    void showState();
    void askLatency();
    void askRemoval();
    void remove();

    ConsoleParts m_parts;
    ProviderRow m_row;
    QLabel *m_name;
    QLabel *m_service;
    QPushButton *m_rename;
    QPushButton *m_remove;
    ConfirmStrip *m_confirm;
    QLabel *m_stateIcon;
    QLabel *m_state;
    QLabel *m_error;
    QLabel *m_latency = nullptr;
    QPushButton *m_requests;
    KeySection *m_key;
    ModelsSection *m_models;
    ConnectionSection *m_connection;
};

} // namespace nexus
