// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/provideredit.h"
#include "ui/widgets/page.h"

#include <QFrame>
#include <QTimer>

#include <array>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nexus {

class Banner;
class ChangedBar;
class DiffView;
class RegionBox;

//! \brief Where a provider is and how patiently it is asked; edited in place, with the lines that will
//! change.
class ConnectionSection final : public QFrame {
    Q_OBJECT

public:
    explicit ConnectionSection(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Shows \a name. What is being edited stays when it is the same as before.
    void setProvider(const QString &name);
    //! \brief Opens the fields, with the name selected.
    void edit();
    [[nodiscard]] bool isEditing() const;

Q_SIGNALS:
    //! The provider is called \a to in the file, and the gateway is about to follow.
    void renamed(const QString &from, const QString &to);
    //! Where the headers are changed.
    void headersWanted();
    //! The provider that was edited is not there any more; says so.
    void lost(const QString &sentence);

private:
    // By their place in ProviderSettings.
    static constexpr std::size_t regionField = 1;
    static constexpr std::size_t versionField = 2;
    static constexpr std::size_t filterField = 3;
    static constexpr std::size_t forwardField = 11; //!< the only one that is no text
    static constexpr std::size_t fieldCount = forwardField; //!< of texts
    static constexpr std::size_t titleCount = fieldCount + 1;

    void makeFacts(QBoxLayout *layout);
    void makeFields(QBoxLayout *layout);
    void makeFoot(QBoxLayout *layout);
    void makeTypeFields(QBoxLayout *layout);
    [[nodiscard]] static std::array<QString, titleCount> fieldTitles();
    [[nodiscard]] static QString filterHint();
    [[nodiscard]] std::array<QString, fieldCount> defaults(const ProviderConfig &provider) const;
    void showFacts();
    void showRows();
    [[nodiscard]] bool hasField(std::size_t field) const;
    void fill(const ProviderSettings &settings);
    void followFile();
    void showConflicts();
    void showEditor(bool isShown);
    [[nodiscard]] ProviderSettings typed() const;
    [[nodiscard]] Result<ConfigText> edited(const ConfigText &text) const;
    [[nodiscard]] QString problem() const;
    bool showFieldProblems();
    void onChanged();
    void showPreview();
    void onSave();
    [[nodiscard]] const ProviderConfig *provider() const;

    ConsoleParts m_parts;
    QString m_name;
    ProviderType m_type = ProviderType::OpenAi; //!< says which fields there are
    FormBase<ProviderSettings> m_base; //!< of what is being edited
    QTimer m_preview;
    QWidget *m_facts;
    QLabel *m_address = nullptr;
    QWidget *m_regionFact = nullptr;
    QLabel *m_region = nullptr;
    QWidget *m_versionFact = nullptr;
    QLabel *m_version = nullptr;
    QLabel *m_filter = nullptr;
    QWidget *m_forwardFact = nullptr;
    QLabel *m_forwarded = nullptr;
    QLabel *m_timeouts = nullptr;
    QLabel *m_retries = nullptr;
    QLabel *m_headers = nullptr;
    QPushButton *m_edit;
    QPushButton *m_editHeaders;
    QWidget *m_editor;
    QLineEdit *m_nameField;
    std::array<QLineEdit *, fieldCount> m_fields {};
    RegionBox *m_regionBox; //!< around one of m_fields
    QLabel *m_regionLabel = nullptr;
    QLabel *m_versionLabel = nullptr;
    QLabel *m_versionProblem;
    QLabel *m_filterHint;
    QCheckBox *m_forward;
    QLabel *m_forwardHint;
    ChangedBar *m_changed;
    DiffView *m_diff;
    QLabel *m_problem;
    Banner *m_banner;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace nexus
