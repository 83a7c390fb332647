// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/fileproblem.h"
#include "ui/settings/filetext.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace nexus {

class Banner;
class ConfigDesk;
class ConflictBar;
class DiffView;
class FindBar;
class TomlEditor;

//! \brief The file itself: edited, judged by the gateway's own reader, compared with what is saved.
//!
//! What others write meanwhile is shown at once, or asked about when there is something to lose.
class TomlView final : public QWidget {
    Q_OBJECT

public:
    explicit TomlView(ConfigDesk &desk, QWidget *parent = nullptr);

    //! \brief Whether something is typed that the file does not hold.
    [[nodiscard]] bool isDirty() const;

    //! \brief Writes the text. False when it could not be; the view says why.
    bool save();
    void revert();

    void goTo(int line, int column = 1);
    void openFind();
    //! \brief Shows \a hint above the text.
    void say(const QString &hint);

Q_SIGNALS:
    //! isDirty() may be another one.
    void dirtyChanged();

private:
    void buildHead(QBoxLayout *layout);
    void connectParts();
    void load();
    void judge();
    void showProblem(const std::optional<FileProblem> &problem);
    void refresh();
    void onDeskChanged();
    void askAbout(const QByteArray &theirs);
    void merge();
    void useTheirs();
    void keepMine();
    void sayOutcome();
    [[nodiscard]] QByteArray written() const;

    ConfigDesk &m_desk;
    FileText m_base; //!< what the text began with
    std::optional<QByteArray> m_theirs; //!< what others have written, while it is asked about
    bool m_isLoading = false;
    QTimer m_judgeSoon;

    QLabel *m_path;
    QToolButton *m_find;
    QPushButton *m_compare;
    QPushButton *m_revert;
    QPushButton *m_save;
    ConflictBar *m_conflict;
    Banner *m_banner;
    TomlEditor *m_editor;
    FindBar *m_findBar;
    QPushButton *m_problem;
    std::optional<FileProblem> m_found;
    DiffView *m_diff;
};

} // namespace nexus
