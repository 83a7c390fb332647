<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RequestFacts</name>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 token</numerusform>
            <numerusform>%1 tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) × %2 per million</source>
        <translation>
            <numerusform>%1 token × %2 per million</numerusform>
            <numerusform>%1 tokens × %2 per million</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s), part of the output</source>
        <translation>
            <numerusform>%1 token, part of the output</numerusform>
            <numerusform>%1 tokens, part of the output</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AdvancedOptions</name>
    <message numerus="yes">
        <source>Advanced, %n set</source>
        <translation>
            <numerusform>Advanced, %n set</numerusform>
            <numerusform>Advanced, %n set</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AnswerView</name>
    <message numerus="yes">
        <source>With %n image(s).</source>
        <translation>
            <numerusform>With %n image.</numerusform>
            <numerusform>With %n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::BudgetsPanel</name>
    <message numerus="yes">
        <source>%n request(s) of unknown price</source>
        <translation>
            <numerusform>%n request of unknown price</numerusform>
            <numerusform>%n requests of unknown price</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::CompareView</name>
    <message numerus="yes">
        <source>%n token(s) out</source>
        <translation>
            <numerusform>%n token out</numerusform>
            <numerusform>%n tokens out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ConnectionSection</name>
    <message numerus="yes">
        <source>up to %n attempt(s), pauses of %1 to %2</source>
        <translation>
            <numerusform>up to %n attempt, pauses of %1 to %2</numerusform>
            <numerusform>up to %n attempts, pauses of %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ConversationView</name>
    <message numerus="yes">
        <source>Show %n earlier turn(s)</source>
        <translation>
            <numerusform>Show %n earlier turn</numerusform>
            <numerusform>Show %n earlier turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::EventsView</name>
    <message numerus="yes">
        <source>%n event(s), longest pause %1</source>
        <translation>
            <numerusform>%n event, longest pause %1</numerusform>
            <numerusform>%n events, longest pause %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::FindBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match(es)</numerusform>
            <numerusform>%n match(es)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::KeyRow</name>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>Refused by the provider. It rests for %n more minute.</numerusform>
            <numerusform>Refused by the provider. It rests for %n more minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more second(s).</source>
        <translation>
            <numerusform>Refused by the provider. It rests for %n more second.</numerusform>
            <numerusform>Refused by the provider. It rests for %n more seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>Has used up its share. It rests for %n more minute.</numerusform>
            <numerusform>Has used up its share. It rests for %n more minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more second(s).</source>
        <translation>
            <numerusform>Has used up its share. It rests for %n more second.</numerusform>
            <numerusform>Has used up its share. It rests for %n more seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::KeySection</name>
    <message numerus="yes">
        <source>%n key(s), used in turn</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys, used in turn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::LiveLogPage</name>
    <message numerus="yes">
        <source>%n selected request(s)…</source>
        <translation>
            <numerusform>%n selected request…</numerusform>
            <numerusform>%n selected requests…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running · %1</source>
        <translation>
            <numerusform>%n running · %1</numerusform>
            <numerusform>%n running · %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::LogExporter</name>
    <message numerus="yes">
        <source>%n request(s) were written to %1.</source>
        <translation>
            <numerusform>%n request were written to %1.</numerusform>
            <numerusform>%n requests were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::MainWindow</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ModelsSection</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ModelsTable</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n model(s)</source>
        <translation>
            <numerusform>%1 of %n model</numerusform>
            <numerusform>%1 of %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::PendingPanel</name>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ProbeWords</name>
    <message numerus="yes">
        <source>It works: %n model(s).</source>
        <translation>
            <numerusform>It works: %n model.</numerusform>
            <numerusform>It works: %n models.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), in %1.</source>
        <translation>
            <numerusform>It works: %n model, in %1.</numerusform>
            <numerusform>It works: %n models, in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::PromptComposer</name>
    <message numerus="yes">
        <source>A message holds %n image(s) at most.</source>
        <translation>
            <numerusform>A message holds %n image at most.</numerusform>
            <numerusform>A message holds %n images at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDetail</name>
    <message numerus="yes">
        <source>Lost with it: %n alias(es): %1.</source>
        <translation>
            <numerusform>Lost with it: %n alias(es): %1.</numerusform>
            <numerusform>Lost with it: %n alias(es): %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) lose a target: %1.</source>
        <translation>
            <numerusform>%n alias(es) lose a target: %1.</numerusform>
            <numerusform>%n alias(es) lose a target: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) go too: %1.</source>
        <translation>
            <numerusform>%n budget go too: %1.</numerusform>
            <numerusform>%n budgets go too: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last day, none with a first token.</source>
        <translation>
            <numerusform>%n request in the last day, without a first token.</numerusform>
            <numerusform>%n requests in the last day, none with a first token.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First token: %1 median, %2 p95, of %n request(s) in the last day.</source>
        <translation>
            <numerusform>First token: %1 median, %2 p95, of %n request in the last day.</numerusform>
            <numerusform>First token: %1 median, %2 p95, of %n requests in the last day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ProviderListModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::RequestActions</name>
    <message numerus="yes">
        <source>Export %n selected request(s)…</source>
        <translation>
            <numerusform>Export %n selected request…</numerusform>
            <numerusform>Export %n selected requests…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::RequestTable</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::SaidItemView</name>
    <message numerus="yes">
        <source>%n more character(s) are under Request or Answer.</source>
        <translation>
            <numerusform>%n more character are under Request or Answer.</numerusform>
            <numerusform>%n more characters are under Request or Answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::Tray</name>
    <message numerus="yes">
        <source>Today: %n request(s), %1</source>
        <translation>
            <numerusform>Today: %n request, %1</numerusform>
            <numerusform>Today: %n requests, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::UsageModel</name>
    <message numerus="yes">
        <source>The price of %n request(s) is not known; they are not in the sum.</source>
        <translation>
            <numerusform>The price of %n request is not known; they are not in the sum.</numerusform>
            <numerusform>The price of %n requests is not known; they are not in the sum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider did not count the tokens of %n request(s); they are estimated.</source>
        <translation>
            <numerusform>The provider did not count the tokens of %n request; they are estimated.</numerusform>
            <numerusform>The provider did not count the tokens of %n requests; they are estimated.</numerusform>
        </translation>
    </message>
</context>
</TS>
