// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatdelta.h"

#include <QByteArray>

#include <vector>

//! \brief Steps as one line each, so that a test can be read and compares as text.
class StepText final {
public:
    static QByteArray of(const std::vector<nexus::ChatDelta> &steps)
    {
        QByteArray text;
        for (const nexus::ChatDelta &step : steps) {
            text += std::visit([](const auto &value) { return line(value); }, step) + '\n';
        }
        return text;
    }

private:
    static QByteArray number(qint64 value) { return QByteArray::number(value); }
    static QByteArray line(const nexus::AnswerBegun &step)
    {
        return "begin " + QByteArray::fromStdString(step.id) + ' ' + QByteArray::fromStdString(step.model)
            + ' ' + number(step.created);
    }
    static QByteArray line(const nexus::TextGrew &step)
    {
        return "text " + number(step.choice) + ' ' + QByteArray::fromStdString(step.text);
    }
    static QByteArray line(const nexus::RefusalGrew &step)
    {
        return "refusal " + number(step.choice) + ' ' + QByteArray::fromStdString(step.text);
    }
    static QByteArray line(const nexus::ReasoningGrew &step)
    {
        return "reasoning " + number(step.choice) + ' ' + QByteArray::fromStdString(step.text);
    }
    static QByteArray line(const nexus::ReasoningSigned &step)
    {
        return "signed " + number(step.choice) + ' ' + QByteArray::fromStdString(step.signature);
    }
    static QByteArray line(const nexus::ToolCallBegun &step)
    {
        return "call " + number(step.choice) + ' ' + number(step.index) + ' '
            + QByteArray::fromStdString(step.id) + ' ' + QByteArray::fromStdString(step.name);
    }
    static QByteArray line(const nexus::ArgumentsGrew &step)
    {
        return "arguments " + number(step.choice) + ' ' + number(step.index) + ' '
            + QByteArray::fromStdString(step.text);
    }
    static QByteArray line(const nexus::ChoiceFinished &step)
    {
        return "finish " + number(step.choice) + ' ' + number(int(step.reason));
    }
    static QByteArray line(const nexus::UsageKnown &step)
    {
        return "usage " + number(step.usage.input) + ' ' + number(step.usage.cacheRead) + ' '
            + number(step.usage.output) + ' ' + number(step.usage.reasoning);
    }
};
