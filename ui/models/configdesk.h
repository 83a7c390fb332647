// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/configfileeditor.h"
#include "configedit/configtext.h"
#include "service/gatewayhost.h"

#include <QObject>

#include <functional>

namespace nexus {

//! \brief How all pages change `nexus.toml`: they ask for a text, change it, show what would change, save it.
//!
//! Where there is no file yet, saving makes one, which says what the gateway had found without it; the
//! gateway follows it from then on. Lives in the main thread.
class ConfigDesk final : public QObject {
    Q_OBJECT

public:
    using Edit = std::function<Result<ConfigText>(const ConfigText &text)>;

    //! \param newPath of the file that is made where there is none
    ConfigDesk(GatewayHost &host, QString newPath, QObject *parent = nullptr);

    //! \brief The file that is, or would be, written.
    [[nodiscard]] QString path() const;
    [[nodiscard]] bool hasFile() const;

    //! \brief What the file holds, read anew; what a first one would begin with where there is none.
    [[nodiscard]] Result<QByteArray> bytes();

    //! \brief The same for changes of single keys; an error while the file is not TOML.
    [[nodiscard]] Result<ConfigText> text();

    //! \brief What saving \a bytes would change, and whether the gateway would take it.
    [[nodiscard]] ConfigPreview preview(const QByteArray &bytes);

    //! \brief Saves \a bytes; the gateway follows at once. See ConfigFileEditor::save().
    [[nodiscard]] SaveOutcome save(const QByteArray &bytes);

    //! \brief text(), \a edit and save() in one; a conflict that can be merged is merged.
    [[nodiscard]] Result<void> apply(const Edit &edit);

    [[nodiscard]] bool canUndo() const { return m_editor.undoSteps() > 0; }
    [[nodiscard]] Result<void> undo();

    [[nodiscard]] GatewayHost &host() { return m_host; }

Q_SIGNALS:
    //! The file holds another text: it was saved here or changed by others.
    void changed();

private:
    [[nodiscard]] QByteArray firstText() const;
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> settle(const SaveOutcome &outcome);

    GatewayHost &m_host;
    QString m_newPath;
    ConfigFileEditor m_editor;
};

} // namespace nexus
