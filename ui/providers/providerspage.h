// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/providerlistmodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace nexus {

class EmptyState;
class PresetTiles;
class ProviderDetail;
class ProviderForm;
struct ProviderPreset;

//! \brief Providers and their keys: a list, and the chosen one beside it. A link's argument is the name of a
//! provider, or `+` to add one, or `+ID` with a preset.
class ProvidersPage final : public Page {
    Q_OBJECT

public:
    explicit ProvidersPage(const ConsoleParts &parts, QWidget *parent = nullptr);
    ~ProvidersPage() override;

    void follow(const QString &argument) override;
    [[nodiscard]] bool mayClose() override;

private:
    enum View { Detail, Tiles, Form, Empty };

    void makeLayout();
    void makeList();
    void connectParts();
    void refresh();
    void reload();
    void choose(const QString &name);
    void onChosen();
    void showView(View view);
    void showTiles();
    void showForm(const ProviderPreset &preset);
    void showChosen();
    void onAdded(const QString &name);
    void onRemoved(const QString &name);
    void say(Banner::Kind kind, const QString &sentence, const QString &action = {});
    void endNews();
    void undo();
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    ConsoleParts m_parts;
    ProviderListModel m_model;
    QTimer m_refresh;
    QString m_added; //!< that the banner tells of, until the next thing is done here
    QString m_wanted; //!< to be chosen as soon as it is there
    QPushButton *m_add;
    QToolButton *m_askAgain;
    Banner *m_banner;
    QSplitter *m_splitter;
    QListView *m_list;
    QStackedWidget *m_stack;
    ProviderDetail *m_detail;
    PresetTiles *m_tiles;
    ProviderForm *m_form;
    EmptyState *m_empty;
};

} // namespace nexus
