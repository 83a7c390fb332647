// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/gatewayconfig.h"
#include "ledger/history/historyreader.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace nexus {

//! \brief Answers questions about the history without holding up the window.
//!
//! Questions run one after the other in a thread of their own; answers come back in the thread that asked.
//! The file is opened with the first question and again when it failed or the configuration has changed.
class HistoryDesk final : public QObject {
    Q_OBJECT

public:
    //! \param path of the history, see historyPath(); empty for none
    explicit HistoryDesk(QString path, QObject *parent = nullptr);
    ~HistoryDesk() override;

    //! \brief Takes the prices of \a config from the next question on.
    void setConfig(const ConfigSnapshot &config);

    //! \brief Calls \a question with a reader in the desk's thread, then \a done in this one, unless
    //! \a context is gone by then. An error is that of opening or of the question itself.
    template<typename Value>
    void ask(QObject *context, std::function<Result<Value>(const HistoryReader &)> question,
        std::function<void(const Result<Value> &)> done)
    {
        const QPointer<QObject> watch(context);
        post([this, watch, question = std::move(question), done = std::move(done)] {
            if (!watch) {
                return;
            }
            const Result<const HistoryReader *> reader = open();
            auto answer = std::make_shared<Result<Value>>(
                reader ? question(**reader) : Result<Value>(failure(reader.error())));
            if (!*answer) {
                close();
            }
            QMetaObject::invokeMethod(this, [watch, answer, done] {
                if (watch) {
                    done(*answer);
                }
            });
        });
    }

private:
    void post(std::function<void()> job);
    [[nodiscard]] Result<const HistoryReader *> open();
    void close();

    const QString m_path;
    QThread m_thread;
    std::unique_ptr<QObject> m_inside; //!< lives in m_thread; what follows is its own
    ConfigSnapshot m_config;
    std::optional<HistoryReader> m_reader;
};

} // namespace nexus
