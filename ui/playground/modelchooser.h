// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QAction;
class QCompleter;
class QStringListModel;

namespace nexus {

class GatewayHost;

//! \brief What clients of \a host may ask for: aliases first, then `provider/model`.
[[nodiscard]] QStringList modelNames(GatewayHost &host);

//! \brief Where the name of a model is typed or chosen: what is typed may stand anywhere in the name. Names
//! that are not offered are taken too, since providers may serve what they do not list.
class ModelChooser final : public QLineEdit {
    Q_OBJECT

public:
    //! \param offers names of models, in order
    explicit ModelChooser(QStringListModel &offers, QWidget *parent = nullptr);

    [[nodiscard]] QString model() const { return text().trimmed(); }
    void setModel(const QString &model);

Q_SIGNALS:
    void modelChanged();

private:
    void offerAll();
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    QCompleter *m_completer;
    QAction *m_open;
};

} // namespace nexus
