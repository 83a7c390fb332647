<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnswerSchema</name>
    <message>
        <source>A schema is an object in braces.</source>
        <translation>Ein Schema ist ein Objekt in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>%1 is no type. There are string, number, integer, boolean, object, array and null.</source>
        <translation>%1 ist kein Typ. Es gibt string, number, integer, boolean, object, array und null.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Die Liste ist leer.</translation>
    </message>
    <message>
        <source>This has to be a list of the values that are allowed.</source>
        <translation>Hier muss eine Liste der erlaubten Werte stehen.</translation>
    </message>
    <message>
        <source>This has to be a number.</source>
        <translation>Hier muss eine Zahl stehen.</translation>
    </message>
    <message>
        <source>This has to be a number from 0.</source>
        <translation>Hier muss eine Zahl ab 0 stehen.</translation>
    </message>
    <message>
        <source>This has to be a text like #/$defs/name.</source>
        <translation>Hier muss ein Text wie #/$defs/name stehen.</translation>
    </message>
    <message>
        <source>%1 leads nowhere in this schema.</source>
        <translation>%1 führt in diesem Schema nirgendwohin.</translation>
    </message>
    <message>
        <source>This has to be an object of names and their schemas.</source>
        <translation>Hier muss ein Objekt aus Namen und ihren Schemas stehen.</translation>
    </message>
    <message>
        <source>This has to be a list of schemas.</source>
        <translation>Hier muss eine Liste von Schemas stehen.</translation>
    </message>
    <message>
        <source>This has to be a list of names.</source>
        <translation>Hier muss eine Liste von Namen stehen.</translation>
    </message>
    <message>
        <source>“%1” is required, but it is not among the properties.</source>
        <translation>„%1“ ist erforderlich, steht aber nicht unter den Eigenschaften.</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Bei %1: %2</translation>
    </message>
    <message>
        <source>This is not JSON. Look at line %1: %2</source>
        <translation>Das ist kein JSON. Siehe Zeile %1: %2</translation>
    </message>
    <message>
        <source>This JSON is nested too deeply. Make it simpler.</source>
        <translation>Dieses JSON ist zu tief verschachtelt. Bitte vereinfachen.</translation>
    </message>
    <message>
        <source>Write a JSON schema, or choose another form of answers.</source>
        <translation>Schreiben Sie ein JSON-Schema, oder wählen Sie eine andere Form der Antworten.</translation>
    </message>
    <message>
        <source>The schema needs a name of letters, digits, - and _: {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}.</source>
        <translation>Das Schema braucht einen Namen aus Buchstaben, Ziffern, - und _: {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}.</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The registry does not let Nexus change what starts at login.</source>
        <translation>Die Registrierung lässt nicht zu, dass Nexus den Start bei der Anmeldung ändert.</translation>
    </message>
</context>
<context>
    <name>ChatCode</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>Dem Zertifikat des Gateways muss vertraut werden. Bei einem eigenen Zertifikat angeben, wo es liegt:</translation>
    </message>
</context>
<context>
    <name>ChatDraft</name>
    <message>
        <source>Tools are a list. Begin with [ and end with ].</source>
        <translation>Tools sind eine Liste. Mit [ beginnen und mit ] enden.</translation>
    </message>
    <message>
        <source>Tool %1 needs a name: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}.</source>
        <translation>Tool %1 braucht einen Namen: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Read the configuration again</source>
        <translation>Konfiguration neu einlesen</translation>
    </message>
    <message>
        <source>Ask providers for their models</source>
        <translation>Anbieter nach ihren Modellen fragen</translation>
    </message>
    <message>
        <source>Edit nexus.toml</source>
        <translation>nexus.toml bearbeiten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Show requests that failed</source>
        <translation>Fehlgeschlagene Anfragen anzeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Add an alias</source>
        <translation>Alias hinzufügen</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Budget hinzufügen</translation>
    </message>
    <message>
        <source>Save the usage as CSV</source>
        <translation>Verbrauch als CSV speichern</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>Design: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Design: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Design: dunkel</translation>
    </message>
</context>
<context>
    <name>ConsoleRows</name>
    <message>
        <source>Start at login</source>
        <translation>Bei Anmeldung starten</translation>
    </message>
    <message>
        <source>Start Nexus when you log in to this computer.</source>
        <translation>Nexus bei der Anmeldung an diesem Computer starten.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Whether the window is light or dark.</source>
        <translation>Ob das Fenster hell oder dunkel ist.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>In what language the window speaks.</source>
        <translation>Sprache des Fensters.</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>Versteckt starten</translation>
    </message>
    <message>
        <source>Begin as an icon in the tray, without a window.</source>
        <translation>Als Symbol im Infobereich starten, ohne Fenster.</translation>
    </message>
    <message>
        <source>Serve at start</source>
        <translation>Beim Start dienen</translation>
    </message>
    <message>
        <source>Answer requests as soon as Nexus is started.</source>
        <translation>Anfragen beantworten, sobald Nexus gestartet ist.</translation>
    </message>
    <message>
        <source>Go on without a window</source>
        <translation>Ohne Fenster weiterlaufen</translation>
    </message>
    <message>
        <source>Closing the window leaves Nexus serving, with an icon in the tray.</source>
        <translation>Nach dem Schließen des Fensters dient Nexus weiter, mit einem Symbol im Infobereich.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell the desktop when a budget is spent or a provider rests.</source>
        <translation>Auf dem Desktop melden, wenn ein Budget ausgeschöpft ist oder ein Anbieter ruht.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>An image or file</source>
        <translation>Ein Bild oder eine Datei</translation>
    </message>
    <message>
        <source>The provider shows no text of this.</source>
        <translation>Der Anbieter zeigt hierzu keinen Text.</translation>
    </message>
    <message>
        <source>The prompt cannot be shown as a conversation: %1</source>
        <translation>Der Prompt lässt sich nicht als Unterhaltung anzeigen: %1</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole. What is kept is under Request.</source>
        <translation>Der Prompt war zu lang, um ganz aufbewahrt zu werden. Der aufbewahrte Teil steht unter „Anfrage“.</translation>
    </message>
    <message>
        <source>The answer was too long to be kept whole. What is kept is under Answer.</source>
        <translation>Die Antwort war zu lang, um ganz aufbewahrt zu werden. Der aufbewahrte Teil steht unter „Antwort“.</translation>
    </message>
    <message>
        <source>The answer is no message of a model. It is under Answer.</source>
        <translation>Die Antwort ist keine Nachricht eines Modells. Sie steht unter „Antwort“.</translation>
    </message>
</context>
<context>
    <name>KeepAsAlias</name>
    <message>
        <source>There is an alias of this name. Choose another name.</source>
        <translation>Es gibt schon einen Alias mit diesem Namen. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>Stoppsequenzen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>Form der Antworten</translation>
    </message>
    <message>
        <source>An alias cannot hold these settings, which stay behind: %1.</source>
        <translation>Diese Einstellungen kann ein Alias nicht aufnehmen; sie bleiben zurück: %1.</translation>
    </message>
</context>
<context>
    <name>ModelNames</name>
    <message>
        <source>Azure does not tell which deployments there are. Type the name of one.</source>
        <translation>Azure sagt nicht, welche Bereitstellungen es gibt. Den Namen einer Bereitstellung eingeben.</translation>
    </message>
    <message>
        <source>Without a key it does not tell which models it has. Type the name of one.</source>
        <translation>Ohne Schlüssel nennt er seine Modelle nicht. Den Namen eines Modells eingeben.</translation>
    </message>
    <message>
        <source>Its models cannot be listed, type the name of one. %1</source>
        <comment>and the error</comment>
        <translation>Seine Modelle lassen sich nicht auflisten, den Namen eines Modells eingeben. %1</translation>
    </message>
    <message>
        <source>It lists no models. Type the name of one.</source>
        <translation>Er listet keine Modelle auf. Den Namen eines Modells eingeben.</translation>
    </message>
</context>
<context>
    <name>RequestCells</name>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Model → target</source>
        <translation>Modell → Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>1. Token</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Streamt</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>%1 Cache</translation>
    </message>
    <message>
        <source>Refused %1</source>
        <translation>Abgelehnt %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>Client left</source>
        <translation>Client gegangen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>The provider has not answered yet.</source>
        <translation>Der Anbieter hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The answer is being written.</source>
        <translation>Die Antwort wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>Answered from the cache, without a provider.</source>
        <translation>Aus dem Cache beantwortet, ohne Anbieter.</translation>
    </message>
    <message>
        <source>The client got the provider&apos;s error with status %1.</source>
        <translation>Der Client erhielt den Fehler des Anbieters mit Status %1.</translation>
    </message>
    <message>
        <source>The client got the whole answer.</source>
        <translation>Der Client erhielt die ganze Antwort.</translation>
    </message>
    <message>
        <source>Nexus refused it with status %1. No provider was asked.</source>
        <translation>Nexus hat sie mit Status %1 abgelehnt. Kein Anbieter wurde gefragt.</translation>
    </message>
    <message>
        <source>No provider could answer. The client got status %1.</source>
        <translation>Kein Anbieter konnte antworten. Der Client erhielt Status %1.</translation>
    </message>
    <message>
        <source>The client closed the connection before the answer was complete.</source>
        <translation>Der Client hat die Verbindung geschlossen, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>It was stopped here before the answer was complete.</source>
        <translation>Sie wurde hier gestoppt, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Bypassed</source>
        <translation>Umgangen</translation>
    </message>
</context>
<context>
    <name>RequestCode</name>
    <message>
        <source>The prompt of this request was not kept.</source>
        <translation>Der Prompt dieser Anfrage wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The images and files of this prompt were not kept, so that it cannot be sent again.</source>
        <translation>Die Bilder und Dateien dieses Prompts wurden nicht aufbewahrt, er kann daher nicht erneut gesendet werden.</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole, so that it cannot be sent again.</source>
        <translation>Der Prompt war zu lang, um ganz aufbewahrt zu werden, und kann daher nicht erneut gesendet werden.</translation>
    </message>
</context>
<context>
    <name>RequestExport</name>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1.</translation>
    </message>
</context>
<context>
    <name>RequestFacts</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Input from the provider&apos;s cache</source>
        <translation>Eingabe aus dem Cache des Anbieters</translation>
    </message>
    <message>
        <source>Input into the provider&apos;s cache</source>
        <translation>Eingabe in den Cache des Anbieters</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Price of %1 from %2.</source>
        <translation>Preis von %1 aus %2.</translation>
    </message>
    <message>
        <source>Price of %1 from %2, as of %3.</source>
        <translation>Preis von %1 aus %2, Stand %3.</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>no answer after %1</source>
        <translation>keine Antwort nach %1</translation>
    </message>
    <message>
        <source>The cost is known when the answer is complete.</source>
        <translation>Die Kosten stehen fest, wenn die Antwort vollständig ist.</translation>
    </message>
    <message>
        <source>The answer came from the cache, so that it cost nothing.</source>
        <translation>Die Antwort kam aus dem Cache und hat daher nichts gekostet.</translation>
    </message>
    <message>
        <source>No provider was asked, so that it cost nothing.</source>
        <translation>Kein Anbieter wurde gefragt, daher hat sie nichts gekostet.</translation>
    </message>
    <message>
        <source>The provider did not say how many tokens it used, so that the cost is not known.</source>
        <translation>Der Anbieter hat nicht mitgeteilt, wie viele Token er verbraucht hat. Daher sind die Kosten nicht bekannt.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>The provider did not count; tokens are estimated.</source>
        <translation>Der Anbieter hat nicht gezählt; die Token sind geschätzt.</translation>
    </message>
    <message>
        <source>No provider was asked, so that nothing was translated.</source>
        <translation>Kein Anbieter wurde gefragt, daher wurde nichts übersetzt.</translation>
    </message>
    <message>
        <source>The client spoke %1. The provider is not in the configuration any more.</source>
        <translation>Der Client sprach %1. Der Anbieter steht nicht mehr in der Konfiguration.</translation>
    </message>
    <message>
        <source>The client spoke %1, the provider %2. Request and answer were translated.</source>
        <translation>Der Client sprach %1, der Anbieter %2. Anfrage und Antwort wurden übersetzt.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>asked for as %1</source>
        <translation>angefragt als %1</translation>
    </message>
    <message>
        <source>The provider has nothing like it.</source>
        <translation>Der Anbieter kennt nichts Entsprechendes.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Answered here</source>
        <translation>Hier beantwortet</translation>
    </message>
    <message>
        <source>Before a provider was asked</source>
        <translation>Bevor ein Anbieter gefragt wurde</translation>
    </message>
    <message>
        <source>Attempts that failed</source>
        <translation>Fehlgeschlagene Versuche</translation>
    </message>
    <message>
        <source>Waiting for the provider</source>
        <translation>Warten auf den Anbieter</translation>
    </message>
    <message>
        <source>Streaming the answer</source>
        <translation>Streamen der Antwort</translation>
    </message>
    <message>
        <source>Sending the answer</source>
        <translation>Senden der Antwort</translation>
    </message>
    <message>
        <source>Client and provider both speak %1, so that nothing had to be translated.</source>
        <translation>Client und Anbieter sprechen beide %1, daher war nichts zu übersetzen.</translation>
    </message>
    <message>
        <source>The two requests cannot be compared field by field: one is cut, or no JSON.</source>
        <translation>Die beiden Anfragen lassen sich nicht Feld für Feld vergleichen: Eine ist gekürzt oder kein JSON.</translation>
    </message>
    <message>
        <source>The provider got the request byte for byte as the client sent it.</source>
        <translation>Der Anbieter bekam die Anfrage Byte für Byte so, wie der Client sie schickte.</translation>
    </message>
    <message>
        <source>What was sent to the provider was not kept, so that only fields are known that the gateway dropped. It is kept together with bodies.</source>
        <translation>Was an den Anbieter ging, wurde nicht aufbewahrt; bekannt sind nur Felder, die das Gateway weggelassen hat. Es wird zusammen mit den Bodys aufbewahrt.</translation>
    </message>
    <message>
        <source>The address says it, or the gateway sees to it.</source>
        <translation>Die Adresse sagt es, oder das Gateway sorgt dafür.</translation>
    </message>
    <message>
        <source>The gateway set it, not the client.</source>
        <translation>Das Gateway hat es gesetzt, nicht der Client.</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>renamed to %1</source>
        <translation>umbenannt in %1</translation>
    </message>
    <message>
        <source>renamed from %1</source>
        <translation>umbenannt aus %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>not in the body</source>
        <translation>nicht im Body</translation>
    </message>
    <message>
        <source>defaulted</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>Keys and cookies in headers are not kept; the last letters of a key say which it was.</source>
        <translation>Schlüssel und Cookies in Headern werden nicht aufbewahrt; die letzten Zeichen eines Schlüssels sagen, welcher es war.</translation>
    </message>
    <message>
        <source>Headers are kept together with bodies. This is what is known of the request:</source>
        <translation>Header werden zusammen mit den Bodys aufbewahrt. Das ist über die Anfrage bekannt:</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>Header der Anfrage</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>There is no price for this model. Give it one on the page of models.</source>
        <translation>Für dieses Modell gibt es keinen Preis. Er lässt sich auf der Seite der Modelle angeben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 Token</numerusform>
            <numerusform>%1 Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) × %2 per million</source>
        <translation>
            <numerusform>%1 Token × %2 pro Million</numerusform>
            <numerusform>%1 Token × %2 pro Million</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s), part of the output</source>
        <translation>
            <numerusform>%1 Token, Teil der Ausgabe</numerusform>
            <numerusform>%1 Token, Teil der Ausgabe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Allowed hosts</source>
        <translation>Erlaubte Hosts</translation>
    </message>
    <message>
        <source>Names under which clients may reach the gateway, beside this machine; * lets all in.</source>
        <translation>Namen, unter denen Clients das Gateway erreichen dürfen, neben diesem Rechner; * lässt alle zu.</translation>
    </message>
    <message>
        <source>Protection from foreign pages</source>
        <translation>Schutz vor fremden Seiten</translation>
    </message>
    <message>
        <source>Requests must carry the header below, which a foreign web page cannot send.</source>
        <translation>Anfragen müssen den Header unten enthalten, den eine fremde Webseite nicht senden kann.</translation>
    </message>
    <message>
        <source>Header of the protection</source>
        <translation>Header des Schutzes</translation>
    </message>
    <message>
        <source>Any value of this header will do.</source>
        <translation>Jeder Wert dieses Headers genügt.</translation>
    </message>
    <message>
        <source>Allowed origins</source>
        <translation>Erlaubte Ursprünge</translation>
    </message>
    <message>
        <source>Web pages that may ask, such as https://app.example.com; * stands for all.</source>
        <translation>Webseiten, die anfragen dürfen, etwa https://app.example.com; * steht für alle.</translation>
    </message>
    <message>
        <source>Allowed methods</source>
        <translation>Erlaubte Methoden</translation>
    </message>
    <message>
        <source>What those pages may send, such as GET, POST.</source>
        <translation>Was diese Seiten senden dürfen, etwa GET, POST.</translation>
    </message>
    <message>
        <source>Allowed headers</source>
        <translation>Erlaubte Header</translation>
    </message>
    <message>
        <source>Headers that those pages may send.</source>
        <translation>Header, die diese Seiten senden dürfen.</translation>
    </message>
    <message>
        <source>Exposed headers</source>
        <translation>Sichtbare Header</translation>
    </message>
    <message>
        <source>Headers of answers that those pages may read.</source>
        <translation>Header von Antworten, die diese Seiten lesen dürfen.</translation>
    </message>
    <message>
        <source>Memory of browsers</source>
        <translation>Gedächtnis der Browser</translation>
    </message>
    <message>
        <source>How long a browser may remember these rules: seconds, or a duration such as 1h.</source>
        <translation>Wie lange sich ein Browser diese Regeln merken darf: Sekunden oder eine Dauer wie 1h.</translation>
    </message>
    <message>
        <source>Credentials of pages</source>
        <translation>Anmeldedaten von Seiten</translation>
    </message>
    <message>
        <source>Whether pages may send cookies and the like; cannot be combined with *.</source>
        <translation>Ob Seiten Cookies und Ähnliches senden dürfen; nicht mit * kombinierbar.</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>Privates Netz</translation>
    </message>
    <message>
        <source>Whether public pages may reach a private address.</source>
        <translation>Ob öffentliche Seiten eine private Adresse erreichen dürfen.</translation>
    </message>
    <message>
        <source>Key set for tokens</source>
        <translation>Schlüsselsatz für Token</translation>
    </message>
    <message>
        <source>Address of the key set (JWKS); with it every request needs a token.</source>
        <translation>Adresse des Schlüsselsatzes (JWKS); damit braucht jede Anfrage ein Token.</translation>
    </message>
    <message>
        <source>Renewal of the key set</source>
        <translation>Erneuern des Schlüsselsatzes</translation>
    </message>
    <message>
        <source>How often the key set is fetched again; without it only when a key is missing.</source>
        <translation>Wie oft der Schlüsselsatz neu geholt wird; ohne Angabe nur, wenn ein Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>Expected issuer</source>
        <translation>Erwarteter Aussteller</translation>
    </message>
    <message>
        <source>What a token must say, letter for letter; anything without it.</source>
        <translation>Was ein Token nennen muss, Zeichen für Zeichen; ohne Angabe gilt alles.</translation>
    </message>
    <message>
        <source>Expected audience</source>
        <translation>Erwartete Zielgruppe</translation>
    </message>
    <message>
        <source>Address of this gateway</source>
        <translation>Adresse dieses Gateways</translation>
    </message>
    <message>
        <source>How the page for clients with tokens calls the gateway; required with a key set.</source>
        <translation>Wie die Seite für Clients mit Token das Gateway nennt; mit einem Schlüsselsatz erforderlich.</translation>
    </message>
    <message>
        <source>Authorization servers</source>
        <translation>Autorisierungsserver</translation>
    </message>
    <message>
        <source>Addresses where clients get tokens; at least one with a key set.</source>
        <translation>Adressen, bei denen Clients Token erhalten; mit einem Schlüsselsatz mindestens eine.</translation>
    </message>
    <message>
        <source>Identify clients</source>
        <translation>Clients erkennen</translation>
    </message>
    <message>
        <source>Every request must say who it is from.</source>
        <translation>Jede Anfrage muss sagen, von wem sie kommt.</translation>
    </message>
    <message>
        <source>Client from a token</source>
        <translation>Client aus einem Token</translation>
    </message>
    <message>
        <source>The claim that holds the name of the client; a dotted path.</source>
        <translation>Der Claim mit dem Namen des Clients; ein Pfad mit Punkten.</translation>
    </message>
    <message>
        <source>Client from a header</source>
        <translation>Client aus einem Header</translation>
    </message>
    <message>
        <source>The header that holds the name of the client, in place of a claim.</source>
        <translation>Der Header mit dem Namen des Clients, anstelle eines Claims.</translation>
    </message>
    <message>
        <source>Group from a token</source>
        <translation>Gruppe aus einem Token</translation>
    </message>
    <message>
        <source>The claim that holds the group of the client; a dotted path.</source>
        <translation>Der Claim mit der Gruppe des Clients; ein Pfad mit Punkten.</translation>
    </message>
    <message>
        <source>Group from a header</source>
        <translation>Gruppe aus einem Header</translation>
    </message>
    <message>
        <source>The header that holds the group of the client, in place of a claim.</source>
        <translation>Der Header mit der Gruppe des Clients, anstelle eines Claims.</translation>
    </message>
    <message>
        <source>Known groups</source>
        <translation>Bekannte Gruppen</translation>
    </message>
    <message>
        <source>The groups there are.</source>
        <translation>Die vorhandenen Gruppen.</translation>
    </message>
    <message>
        <source>Believe X-Real-IP</source>
        <translation>X-Real-IP vertrauen</translation>
    </message>
    <message>
        <source>Take the address of a client from this header of a proxy in front.</source>
        <translation>Die Adresse eines Clients aus diesem Header eines vorgeschalteten Proxys nehmen.</translation>
    </message>
    <message>
        <source>Trusted hops</source>
        <translation>Vertraute Hops</translation>
    </message>
    <message>
        <source>Which entry of X-Forwarded-For is believed, counted from the right, from 0.</source>
        <translation>Welchem Eintrag von X-Forwarded-For vertraut wird, von rechts gezählt, ab 0.</translation>
    </message>
    <message>
        <source>hops</source>
        <translation>Hops</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>Verlauf führen</translation>
    </message>
    <message>
        <source>Whether requests are remembered on this machine.</source>
        <translation>Ob Anfragen auf diesem Rechner gespeichert werden.</translation>
    </message>
    <message>
        <source>Length of the history</source>
        <translation>Dauer des Verlaufs</translation>
    </message>
    <message>
        <source>Older requests are forgotten.</source>
        <translation>Ältere Anfragen werden vergessen.</translation>
    </message>
    <message>
        <source>Keep prompts and answers</source>
        <translation>Prompts und Antworten aufbewahren</translation>
    </message>
    <message>
        <source>Not at all, of requests that failed, or of all; they stay on this machine.</source>
        <translation>Gar nicht, von fehlgeschlagenen Anfragen oder von allen; sie bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>Längster Text</translation>
    </message>
    <message>
        <source>Of each prompt and answer; what is longer is cut.</source>
        <translation>Je Prompt und Antwort; was länger ist, wird gekürzt.</translation>
    </message>
    <message>
        <source>Size of the history</source>
        <translation>Größe des Verlaufs</translation>
    </message>
    <message>
        <source>When it is larger, prompts and answers go first.</source>
        <translation>Ist er größer, entfallen zuerst Prompts und Antworten.</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Eigene Preise</translation>
    </message>
    <message>
        <source>A file of prices, in the form of LiteLLM, that wins over the built-in ones.</source>
        <translation>Eine Preisdatei im Format von LiteLLM, die Vorrang vor den eingebauten Preisen hat.</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>Dienstname</translation>
    </message>
    <message>
        <source>What collectors call this gateway.</source>
        <translation>Wie Kollektoren dieses Gateway nennen.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Whether traces and metrics go to a collector.</source>
        <translation>Ob Traces und Metriken an einen Kollektor gehen.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Only http is spoken; with grpc nothing is exported.</source>
        <translation>Nur http wird gesprochen; mit grpc wird nichts exportiert.</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Kollektor</translation>
    </message>
    <message>
        <source>Its address; /v1/traces and /v1/metrics are added.</source>
        <translation>Seine Adresse; /v1/traces und /v1/metrics werden angehängt.</translation>
    </message>
    <message>
        <source>Time for an export</source>
        <translation>Zeit für einen Export</translation>
    </message>
    <message>
        <source>How long one export may take.</source>
        <translation>Wie lange ein Export dauern darf.</translation>
    </message>
    <message>
        <source>Pause between exports</source>
        <translation>Pause zwischen Exporten</translation>
    </message>
    <message>
        <source>How long spans are gathered.</source>
        <translation>Wie lange Spans gesammelt werden.</translation>
    </message>
    <message>
        <source>Spans that wait</source>
        <translation>Wartende Spans</translation>
    </message>
    <message>
        <source>What finds no room is lost.</source>
        <translation>Was keinen Platz findet, geht verloren.</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Spans in one export</source>
        <translation>Spans pro Export</translation>
    </message>
    <message>
        <source>How many are sent together.</source>
        <translation>Wie viele zusammen gesendet werden.</translation>
    </message>
    <message>
        <source>Share of traces</source>
        <translation>Anteil der Traces</translation>
    </message>
    <message>
        <source>From 0 for none to 1 for all.</source>
        <translation>Von 0 für keine bis 1 für alle.</translation>
    </message>
    <message>
        <source>Follow the caller</source>
        <translation>Dem Aufrufer folgen</translation>
    </message>
    <message>
        <source>Whether a trace that a client began is exported when the client says so.</source>
        <translation>Ob ein Trace, den ein Client begonnen hat, auf dessen Wunsch exportiert wird.</translation>
    </message>
    <message>
        <source>Attributes of a span</source>
        <translation>Attribute eines Spans</translation>
    </message>
    <message>
        <source>How many a span carries at most.</source>
        <translation>Wie viele ein Span höchstens trägt.</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Listen address</source>
        <translation>Adresse zum Lauschen</translation>
    </message>
    <message>
        <source>Where clients connect; :8000 is this machine only, 0.0.0.0:8000 everybody who reaches it.</source>
        <translation>Wo Clients sich verbinden; :8000 ist nur dieser Rechner, 0.0.0.0:8000 alle, die ihn erreichen.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Threads that serve requests: auto, or 1 to 256.</source>
        <translation>Threads, die Anfragen bedienen: auto oder 1 bis 256.</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Höchstzahl der Verbindungen</translation>
    </message>
    <message>
        <source>A further connection is turned away with 503.</source>
        <translation>Jede weitere Verbindung wird mit 503 abgewiesen.</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>Größte Anfrage</translation>
    </message>
    <message>
        <source>A larger request body is refused with 413.</source>
        <translation>Ein größerer Body wird mit 413 abgelehnt.</translation>
    </message>
    <message>
        <source>Time to finish</source>
        <translation>Zeit zum Beenden</translation>
    </message>
    <message>
        <source>How long running requests may go on when Nexus is told to stop.</source>
        <translation>Wie lange laufende Anfragen noch dauern dürfen, wenn Nexus stoppen soll.</translation>
    </message>
    <message>
        <source>Serve models</source>
        <translation>Modelle bedienen</translation>
    </message>
    <message>
        <source>Whether requests for models are answered at all.</source>
        <translation>Ob Anfragen an Modelle überhaupt beantwortet werden.</translation>
    </message>
    <message>
        <source>Keep-alive of streams</source>
        <translation>Keep-alive von Streams</translation>
    </message>
    <message>
        <source>A silent stream gets a comment this often, so that nothing on the way closes it; off sends none.</source>
        <translation>In diesem Abstand erhält ein stiller Stream einen Kommentar, damit ihn unterwegs nichts schließt; off sendet keinen.</translation>
    </message>
    <message>
        <source>OpenAI&apos;s API</source>
        <translation>API von OpenAI</translation>
    </message>
    <message>
        <source>Serve clients that speak to OpenAI.</source>
        <translation>Clients bedienen, die mit OpenAI sprechen.</translation>
    </message>
    <message>
        <source>Path of OpenAI&apos;s API</source>
        <translation>Pfad der API von OpenAI</translation>
    </message>
    <message>
        <source>Where it is served, followed by /v1.</source>
        <translation>Wo sie liegt, gefolgt von /v1.</translation>
    </message>
    <message>
        <source>Anthropic&apos;s API</source>
        <translation>API von Anthropic</translation>
    </message>
    <message>
        <source>Serve clients that speak to Anthropic.</source>
        <translation>Clients bedienen, die mit Anthropic sprechen.</translation>
    </message>
    <message>
        <source>Path of Anthropic&apos;s API</source>
        <translation>Pfad der API von Anthropic</translation>
    </message>
    <message>
        <source>Anthropic proxy</source>
        <translation>Anthropic-Proxy</translation>
    </message>
    <message>
        <source>Hand everything below its path to Anthropic unchanged, with the client&apos;s own key.</source>
        <translation>Alles unter seinem Pfad unverändert an Anthropic weiterreichen, mit dem Schlüssel des Clients.</translation>
    </message>
    <message>
        <source>Path of the proxy</source>
        <translation>Pfad des Proxys</translation>
    </message>
    <message>
        <source>Address behind the proxy</source>
        <translation>Adresse hinter dem Proxy</translation>
    </message>
    <message>
        <source>Where the proxy leads, without /v1.</source>
        <translation>Wohin der Proxy führt, ohne /v1.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>PEM file with the chain of certificates; with it and its key the gateway speaks HTTPS.</source>
        <translation>PEM-Datei mit der Zertifikatskette; mit ihr und ihrem Schlüssel spricht das Gateway HTTPS.</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>Schlüssel des Zertifikats</translation>
    </message>
    <message>
        <source>PEM file with the key, without a passphrase.</source>
        <translation>PEM-Datei mit dem Schlüssel, ohne Passphrase.</translation>
    </message>
    <message>
        <source>Health page</source>
        <translation>Statusseite</translation>
    </message>
    <message>
        <source>Whether the page that tells the state of the gateway is served.</source>
        <translation>Ob es die Seite mit dem Zustand des Gateways gibt.</translation>
    </message>
    <message>
        <source>Path of the health page</source>
        <translation>Pfad der Statusseite</translation>
    </message>
    <message>
        <source>Where it is served.</source>
        <translation>Wo sie liegt.</translation>
    </message>
    <message>
        <source>Own address of the health page</source>
        <translation>Eigene Adresse der Statusseite</translation>
    </message>
    <message>
        <source>An address of its own, such as 127.0.0.1:9000; the page is then only there.</source>
        <translation>Eine eigene Adresse, etwa 127.0.0.1:9000; die Seite ist dann nur dort.</translation>
    </message>
    <message>
        <source>Write a whole number, such as 100.</source>
        <translation>Eine ganze Zahl eingeben, etwa 100.</translation>
    </message>
    <message>
        <source>Write a number, such as 0.5.</source>
        <translation>Eine Zahl eingeben, etwa 0.5.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Retries and timeouts</source>
        <translation>Wiederholungen und Zeitlimits</translation>
    </message>
    <message>
        <source>Ledger and privacy</source>
        <translation>Aufzeichnung und Datenschutz</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Limit requests</source>
        <translation>Anfragen begrenzen</translation>
    </message>
    <message>
        <source>Whether the limits below hold.</source>
        <translation>Ob die Limits unten gelten.</translation>
    </message>
    <message>
        <source>Requests of all</source>
        <translation>Anfragen aller</translation>
    </message>
    <message>
        <source>How many requests all clients together may send; 0 blocks.</source>
        <translation>Wie viele Anfragen alle Clients zusammen senden dürfen; 0 sperrt.</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Time for all</source>
        <translation>Zeit für alle</translation>
    </message>
    <message>
        <source>The sliding window in which they are counted.</source>
        <translation>Das gleitende Zeitfenster, in dem gezählt wird.</translation>
    </message>
    <message>
        <source>Requests of an address</source>
        <translation>Anfragen einer Adresse</translation>
    </message>
    <message>
        <source>How many requests each address may send; 0 blocks.</source>
        <translation>Wie viele Anfragen jede Adresse senden darf; 0 sperrt.</translation>
    </message>
    <message>
        <source>Time for an address</source>
        <translation>Zeit für eine Adresse</translation>
    </message>
    <message>
        <source>Where counts are kept</source>
        <translation>Ort der Zähler</translation>
    </message>
    <message>
        <source>In memory, or in Redis to share them between machines.</source>
        <translation>Im Arbeitsspeicher oder in Redis, um sie zwischen Rechnern zu teilen.</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Adresse von Redis</translation>
    </message>
    <message>
        <source>Such as redis://10.0.0.5:6379; keep a password in the environment: {{ env.NAME }}.</source>
        <translation>Etwa redis://10.0.0.5:6379; ein Passwort gehört in die Umgebung: {{ env.NAME }}.</translation>
    </message>
    <message>
        <source>Prefix in Redis</source>
        <translation>Präfix in Redis</translation>
    </message>
    <message>
        <source>What the names of counts begin with.</source>
        <translation>Womit die Namen der Zähler beginnen.</translation>
    </message>
    <message>
        <source>While Redis is lost</source>
        <translation>Wenn Redis fehlt</translation>
    </message>
    <message>
        <source>Let requests pass uncounted, or refuse them with 503.</source>
        <translation>Anfragen ungezählt durchlassen oder mit 503 ablehnen.</translation>
    </message>
    <message>
        <source>Answer of Redis</source>
        <translation>Antwort von Redis</translation>
    </message>
    <message>
        <source>How long an answer may take.</source>
        <translation>Wie lange eine Antwort dauern darf.</translation>
    </message>
    <message>
        <source>Connection to Redis</source>
        <translation>Verbindung zu Redis</translation>
    </message>
    <message>
        <source>How long connecting may take.</source>
        <translation>Wie lange das Verbinden dauern darf.</translation>
    </message>
    <message>
        <source>Most connections to Redis</source>
        <translation>Höchstzahl der Verbindungen zu Redis</translation>
    </message>
    <message>
        <source>How many connections are held at once.</source>
        <translation>Wie viele Verbindungen gleichzeitig gehalten werden.</translation>
    </message>
    <message>
        <source>Idle connections to Redis</source>
        <translation>Freie Verbindungen zu Redis</translation>
    </message>
    <message>
        <source>How many are kept ready.</source>
        <translation>Wie viele bereitgehalten werden.</translation>
    </message>
    <message>
        <source>Making of a connection</source>
        <translation>Aufbau einer Verbindung</translation>
    </message>
    <message>
        <source>How long it may take until one is made.</source>
        <translation>Wie lange der Aufbau dauern darf.</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>Warten auf eine Verbindung</translation>
    </message>
    <message>
        <source>How long a request waits for a free one.</source>
        <translation>Wie lange eine Anfrage auf eine freie Verbindung wartet.</translation>
    </message>
    <message>
        <source>Renewal of connections</source>
        <translation>Erneuern von Verbindungen</translation>
    </message>
    <message>
        <source>An idle connection is closed after this time.</source>
        <translation>Eine freie Verbindung wird nach dieser Zeit geschlossen.</translation>
    </message>
    <message>
        <source>Encrypt Redis</source>
        <translation>Redis verschlüsseln</translation>
    </message>
    <message>
        <source>Whether the connection to Redis is encrypted.</source>
        <translation>Ob die Verbindung zu Redis verschlüsselt ist.</translation>
    </message>
    <message>
        <source>Any certificate of Redis</source>
        <translation>Jedes Zertifikat von Redis</translation>
    </message>
    <message>
        <source>Accept a certificate that nobody vouches for.</source>
        <translation>Ein Zertifikat annehmen, für das niemand bürgt.</translation>
    </message>
    <message>
        <source>Authority for Redis</source>
        <translation>Zertifizierungsstelle für Redis</translation>
    </message>
    <message>
        <source>PEM file of an authority that is trusted.</source>
        <translation>PEM-Datei einer Zertifizierungsstelle, der vertraut wird.</translation>
    </message>
    <message>
        <source>Certificate for Redis</source>
        <translation>Zertifikat für Redis</translation>
    </message>
    <message>
        <source>PEM file that the gateway shows, together with its key.</source>
        <translation>PEM-Datei, die das Gateway vorzeigt, zusammen mit ihrem Schlüssel.</translation>
    </message>
    <message>
        <source>Key for Redis</source>
        <translation>Schlüssel für Redis</translation>
    </message>
    <message>
        <source>PEM file with the key of that certificate.</source>
        <translation>PEM-Datei mit dem Schlüssel dieses Zertifikats.</translation>
    </message>
    <message>
        <source>Answer from memory</source>
        <translation>Aus dem Speicher antworten</translation>
    </message>
    <message>
        <source>A request that equals an earlier one gets its answer, and equal ones at once share a call.</source>
        <translation>Gleicht eine Anfrage einer früheren, erhält sie deren Antwort; gleichzeitige gleiche teilen sich einen Aufruf.</translation>
    </message>
    <message>
        <source>Age of answers</source>
        <translation>Alter von Antworten</translation>
    </message>
    <message>
        <source>How long an answer is kept.</source>
        <translation>Wie lange eine Antwort aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Most answers</source>
        <translation>Höchstzahl der Antworten</translation>
    </message>
    <message>
        <source>How many answers are kept.</source>
        <translation>Wie viele Antworten aufbewahrt werden.</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Memory for answers</source>
        <translation>Speicher für Antworten</translation>
    </message>
    <message>
        <source>How large they may be together.</source>
        <translation>Wie groß sie zusammen sein dürfen.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>How often a request is tried at a provider, the first time included.</source>
        <translation>Wie oft eine Anfrage bei einem Anbieter versucht wird, das erste Mal mitgezählt.</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Erste Pause</translation>
    </message>
    <message>
        <source>The pause before the second attempt; it doubles each time.</source>
        <translation>Die Pause vor dem zweiten Versuch; sie verdoppelt sich jedes Mal.</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>No pause is longer, also when a provider asks for it.</source>
        <translation>Keine Pause ist länger, auch wenn ein Anbieter darum bittet.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>How long it may take until the request is sent; off waits for ever.</source>
        <translation>Wie lange es dauern darf, bis die Anfrage gesendet ist; off wartet unbegrenzt.</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>From there to the head of the answer; off waits for ever.</source>
        <translation>Von da an bis zum Kopf der Antwort; off wartet unbegrenzt.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>The longest silence inside an answer; off waits for ever.</source>
        <translation>Die längste Stille innerhalb einer Antwort; off wartet unbegrenzt.</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>Ganzer Aufruf</translation>
    </message>
    <message>
        <source>All attempts together; off has no limit.</source>
        <translation>Alle Versuche zusammen; off hat keine Grenze.</translation>
    </message>
    <message>
        <source>Failures until a provider rests</source>
        <translation>Fehler, bis ein Anbieter ruht</translation>
    </message>
    <message>
        <source>So many failures in the window, and its requests go elsewhere.</source>
        <translation>Nach so vielen Fehlern im Zeitfenster gehen seine Anfragen woandershin.</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Window of failures</source>
        <translation>Zeitfenster der Fehler</translation>
    </message>
    <message>
        <source>The time in which failures are counted.</source>
        <translation>Die Zeit, in der Fehler gezählt werden.</translation>
    </message>
    <message>
        <source>Rest of a provider</source>
        <translation>Ruhe eines Anbieters</translation>
    </message>
    <message>
        <source>How long it rests before one request finds out whether it is well.</source>
        <translation>Wie lange er ruht, bevor eine Anfrage prüft, ob er wieder antwortet.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>vor %n Sekunde</numerusform>
            <numerusform>vor %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
</context>
<context>
    <name>nexus::AdvancedOptions</name>
    <message>
        <source>Minimal</source>
        <translation>Minimal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>Stop sequences, one a line</source>
        <translation>Stoppsequenzen, eine je Zeile</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>Form der Antworten</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Reasoning effort, stop sequences, seed and form of answers</source>
        <translation>Denkaufwand, Stoppsequenzen, Startwert und Form der Antworten</translation>
    </message>
    <message>
        <source>How long a model thinks before it answers. Not all models take it.</source>
        <translation>Wie lange ein Modell denkt, bevor es antwortet. Nicht alle Modelle nehmen das an.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>An answer ends before the first of them. Write \n for a line break.</source>
        <translation>Eine Antwort endet vor der ersten davon. Schreiben Sie \n für einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>With the same seed, models that take it answer the same where they can.</source>
        <translation>Mit demselben Startwert antworten Modelle, die ihn annehmen, möglichst gleich.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>JSON nach einem Schema</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message numerus="yes">
        <source>Advanced, %n set</source>
        <translation>
            <numerusform>Erweitert, %n gesetzt</numerusform>
            <numerusform>Erweitert, %n gesetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AliasCard</name>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>höchstens %1 Token</translation>
    </message>
    <message>
        <source>a system text</source>
        <translation>ein Systemtext</translation>
    </message>
    <message>
        <source>Change name, targets and defaults</source>
        <translation>Name, Ziele und Standardwerte ändern</translation>
    </message>
    <message>
        <source>Try it in the playground</source>
        <translation>Im Playground ausprobieren</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>Zugehörige Anfragen anzeigen</translation>
    </message>
    <message>
        <source>Remove this alias</source>
        <translation>Diesen Alias entfernen</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Zeilen, die sich in nexus.toml ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>Strategie: %1</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Neuer Alias</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Einen Namen eingeben.</translation>
    </message>
    <message>
        <source>Add at least one target.</source>
        <translation>Mindestens ein Ziel hinzufügen.</translation>
    </message>
    <message>
        <source>There is an alias %1 already. Choose another name.</source>
        <translation>Es gibt schon einen Alias %1. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused.</source>
        <translation>Anfragen an %1 werden abgelehnt.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2. These lose a target: %3.</source>
        <translation>Anfragen an %1 werden abgelehnt. Diese Aliasse entfallen ebenfalls: %2. Diese verlieren ein Ziel: %3.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2.</source>
        <translation>Anfragen an %1 werden abgelehnt. Diese Aliasse entfallen ebenfalls: %2.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases lose a target: %2.</source>
        <translation>Anfragen an %1 werden abgelehnt. Diese Aliasse verlieren ein Ziel: %2.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it, then test again.</source>
        <translation>Nexus dient gerade nicht. Erst starten, dann erneut testen.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Testet…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>It answered.</source>
        <translation>Es hat geantwortet.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Sends one tiny request through each target.</source>
        <translation>Sendet eine winzige Anfrage an jedes Ziel.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clients need a token, and the test has none. Try the alias in the playground, which can send one.</source>
        <translation>Clients brauchen ein Token, und der Test hat keines. Den Alias im Playground ausprobieren, der eines senden kann.</translation>
    </message>
    <message>
        <source>Others have removed the alias %1 from the file. Saving adds it again.</source>
        <translation>Der Alias %1 wurde anderswo aus der Datei entfernt. Speichern fügt ihn wieder hinzu.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Höchstzahl der Token einer Antwort</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>Systemtext</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>nexus::AliasEntry</name>
    <message>
        <source>In order</source>
        <translation>In fester Folge</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>Reihum</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>Nach Gewicht</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>Schnellste zuerst</translation>
    </message>
    <message>
        <source>The first target answers; the next one does when it fails.</source>
        <translation>Das erste Ziel antwortet; schlägt es fehl, das nächste.</translation>
    </message>
    <message>
        <source>Each request begins with the next target, the others stand by.</source>
        <translation>Jede Anfrage beginnt beim nächsten Ziel, die anderen stehen bereit.</translation>
    </message>
    <message>
        <source>Targets get requests in proportion to their weights.</source>
        <translation>Ziele erhalten Anfragen im Verhältnis ihrer Gewichte.</translation>
    </message>
    <message>
        <source>The target that has answered soonest of late goes first.</source>
        <translation>Das Ziel, das zuletzt am schnellsten geantwortet hat, kommt zuerst.</translation>
    </message>
</context>
<context>
    <name>nexus::AliasFields</name>
    <message>
        <source>for example: fast</source>
        <translation>zum Beispiel: fast</translation>
    </message>
    <message>
        <source>provider/model, then Enter</source>
        <translation>Anbieter/Modell, dann Enter</translation>
    </message>
    <message>
        <source>left to the model</source>
        <translation>dem Modell überlassen</translation>
    </message>
    <message>
        <source>Used where a request has no system text of its own.</source>
        <translation>Gilt, wenn eine Anfrage keinen eigenen Systemtext hat.</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>One more target</source>
        <translation>Weiteres Ziel</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Höchstzahl der Token einer Antwort</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>Systemtext</translation>
    </message>
</context>
<context>
    <name>nexus::AliasesPanel</name>
    <message>
        <source>There is no alias yet. An alias is a name of your own for one model or several, so that clients need not change when the model does.</source>
        <translation>Es gibt noch keinen Alias. Ein Alias ist ein eigener Name für ein Modell oder mehrere, damit sich Clients nicht ändern müssen, wenn sich das Modell ändert.</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>Alias hinzufügen</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
</context>
<context>
    <name>nexus::AnotherKey</name>
    <message>
        <source>Save key</source>
        <translation>Schlüssel speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This provider has this key already. Take another one.</source>
        <translation>Dieser Anbieter hat diesen Schlüssel schon. Einen anderen nehmen.</translation>
    </message>
    <message>
        <source>Tried the new key. It is not saved yet.</source>
        <translation>Der neue Schlüssel wurde versucht. Er ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Tried the new key, …%1. It is not saved yet.</source>
        <translation>Der neue Schlüssel, …%1, wurde versucht. Er ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, for everything in nexus.toml that names it.</source>
        <translation>Er tritt im Schlüsselbund an die Stelle von %1, für alles in nexus.toml, was diesen nennt.</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, and nexus.toml stays as it is.</source>
        <translation>Er tritt im Schlüsselbund an die Stelle von %1, und nexus.toml bleibt unverändert.</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerColumn</name>
    <message>
        <source>Remove this model</source>
        <translation>Dieses Modell entfernen</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Dieses behalten</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>Als %1 kopieren</translation>
    </message>
    <message>
        <source>Keep as alias…</source>
        <translation>Als Alias behalten…</translation>
    </message>
    <message>
        <source>Choose a model to ask.</source>
        <translation>Ein Modell wählen, das gefragt wird.</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Wartet…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy the request as code, or keep the model with its settings as an alias</source>
        <translation>Die Anfrage als Code kopieren oder das Modell mit seinen Einstellungen als Alias behalten</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerView</name>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>Die Antwort erscheint hier, während sie geschrieben wird.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message numerus="yes">
        <source>With %n image(s).</source>
        <translation>
            <numerusform>Mit %n Bild.</numerusform>
            <numerusform>Mit %n Bildern.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AwsKeyFields</name>
    <message>
        <source>Only with temporary credentials</source>
        <translation>Nur bei befristeten Anmeldedaten</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>Zugriffsschlüssel-ID</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>Geheimer Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Sitzungstoken</translation>
    </message>
    <message>
        <source>Enter the ID of the access key.</source>
        <translation>Die ID des Zugriffsschlüssels eingeben.</translation>
    </message>
    <message>
        <source>Paste the secret access key.</source>
        <translation>Den geheimen Zugriffsschlüssel einfügen.</translation>
    </message>
</context>
<context>
    <name>nexus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>nexus::BarChart</name>
    <message>
        <source>%1
%2: %3</source>
        <translation>%1
%2: %3</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name and value of a part</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and values of a bar</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
</context>
<context>
    <name>nexus::BarsView</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>nexus::BodyView</name>
    <message>
        <source>Formatted</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Text of the body</source>
        <translation>Text des Bodys</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetForm</name>
    <message>
        <source>for example: team</source>
        <translation>zum Beispiel: team</translation>
    </message>
    <message>
        <source>all providers</source>
        <translation>alle Anbieter</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>alle Modelle</translation>
    </message>
    <message>
        <source>all clients</source>
        <translation>alle Clients</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>Budget ändern</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Budget hinzufügen</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>einen Monat</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>einen Tag</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Warnen</translation>
    </message>
    <message>
        <source>Refuse requests that would cost more</source>
        <translation>Anfragen ablehnen, die mehr kosten würden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Limit</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>When it is &amp;spent</source>
        <translation>Wenn aus&amp;geschöpft</translation>
    </message>
    <message>
        <source>Only the &amp;provider</source>
        <translation>Nur der &amp;Anbieter</translation>
    </message>
    <message>
        <source>Only the &amp;model</source>
        <translation>Nur das &amp;Modell</translation>
    </message>
    <message>
        <source>Only the &amp;client</source>
        <translation>Nur der &amp;Client</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Zeilen, die sich in nexus.toml ändern</translation>
    </message>
    <message>
        <source>There is a budget %1 already.</source>
        <translation>Es gibt schon ein Budget %1.</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetsPanel</name>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Budget hinzufügen</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>A budget warns when a day or month has cost a sum, or refuses what would cost more.</source>
        <translation>Ein Budget warnt, wenn ein Tag oder Monat eine Summe gekostet hat, oder lehnt ab, was mehr kosten würde.</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>%1 von %2 heute</translation>
    </message>
    <message>
        <source>%1 of %2 this month</source>
        <translation>%1 von %2 in diesem Monat</translation>
    </message>
    <message>
        <source>Spent: requests are refused</source>
        <translation>Ausgeschöpft: Anfragen werden abgelehnt</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgeschöpft</translation>
    </message>
    <message>
        <source>Nearly spent</source>
        <translation>Fast ausgeschöpft</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>lehnt ab</translation>
    </message>
    <message>
        <source>warns</source>
        <translation>warnt</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of unknown price</source>
        <translation>
            <numerusform>%n Anfrage mit unbekanntem Preis</numerusform>
            <numerusform>%n Anfragen mit unbekanntem Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>nexus::ChangedBar</name>
    <message>
        <source>Use theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, also here: %1. The lines below show what keeping yours would change.</source>
        <translation>Die Datei wurde anderswo geändert, auch hier: %1. Die Zeilen unten zeigen, was die eigene Fassung ändern würde.</translation>
    </message>
</context>
<context>
    <name>nexus::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Go to a page, provider or model, or do something</source>
        <translation>Zu Seite, Anbieter oder Modell wechseln oder etwas ausführen</translation>
    </message>
    <message>
        <source>%1    %2</source>
        <translation>%1    %2</translation>
    </message>
</context>
<context>
    <name>nexus::CompareView</name>
    <message>
        <source>%1 · first token %2 · %3 · %4</source>
        <translation>%1 · erstes Token %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) out</source>
        <translation>
            <numerusform>%n Token aus</numerusform>
            <numerusform>%n Token aus</numerusform>
        </translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation>Zwei Antworten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Both got the same prompt.</source>
        <translation>Beide erhielten denselben Prompt.</translation>
    </message>
    <message>
        <source>The prompts differ.</source>
        <translation>Die Prompts unterscheiden sich.</translation>
    </message>
    <message>
        <source>The answer was not kept.</source>
        <translation>Die Antwort wurde nicht aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>nexus::ConfigDesk</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The file was changed by another program at the same place. Nothing was saved; look at it in Settings and try again.</source>
        <translation>Ein anderes Programm hat die Datei an derselben Stelle geändert. Nichts wurde gespeichert; in den Einstellungen nachsehen und erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>nexus::ConfirmStrip</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>nexus::ConflictBar</name>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>Show the file as it is now. Undo brings your text back.</source>
        <translation>Die Datei im jetzigen Stand anzeigen. „Rückgängig“ bringt den eigenen Text zurück.</translation>
    </message>
    <message>
        <source>Keep this text. Saving takes back what the others changed.</source>
        <translation>Diesen Text behalten. Beim Speichern entfallen die Änderungen der anderen.</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at other lines than yours.</source>
        <translation>Die Datei wurde anderswo geändert, an anderen Zeilen als hier.</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at the same lines as yours. Compare them before you choose.</source>
        <translation>Die Datei wurde anderswo geändert, an denselben Zeilen wie hier. Vor der Wahl vergleichen.</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectStep</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>Zeilen zum Kopieren</translation>
    </message>
    <message>
        <source>Your program talks to Nexus as it would to OpenAI or Anthropic. It needs no key of its own.</source>
        <translation>Ein Programm spricht mit Nexus wie mit OpenAI oder Anthropic. Es braucht keinen eigenen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectionSection</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1: passed on</source>
        <translation>%1: weitergereicht</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1: entfernt</translation>
    </message>
    <message>
        <source>%1: also sent as %2</source>
        <translation>%1: auch als %2 gesendet</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit headers in Settings</source>
        <translation>Header in den Einstellungen bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>Zeitlimits</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Verbinden binnen</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>Erstes Byte binnen</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>Längste Stille</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>Ganze Antwort binnen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Erste Pause</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>connect %1, first byte %2, silence %3, whole answer %4</source>
        <translation>Verbinden %1, erstes Byte %2, Stille %3, ganze Antwort %4</translation>
    </message>
    <message numerus="yes">
        <source>up to %n attempt(s), pauses of %1 to %2</source>
        <translation>
            <numerusform>bis zu %n Versuch, Pausen von %1 bis %2</numerusform>
            <numerusform>bis zu %n Versuche, Pausen von %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was removed or renamed in the file by others. What was typed is gone.</source>
        <translation>%1 wurde anderswo aus der Datei entfernt oder umbenannt. Die Eingaben sind verloren.</translation>
    </message>
    <message>
        <source>It is not in the file any more: others have removed or renamed it.</source>
        <translation>Er steht nicht mehr in der Datei: Er wurde anderswo entfernt oder umbenannt.</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>Models offered</source>
        <translation>Angebotene Modelle</translation>
    </message>
    <message>
        <source>Keys of clients</source>
        <translation>Schlüssel der Clients</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>used where a client sends one</source>
        <translation>verwendet, wenn ein Client einen sendet</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>A regular expression that fits anywhere in a name, such as %1; capital letters do not matter. Models that the file names are always offered.</source>
        <translation>Ein regulärer Ausdruck, der irgendwo im Namen passt, etwa %1; Groß- und Kleinschreibung ist gleich. Modelle, die die Datei nennt, werden immer angeboten.</translation>
    </message>
    <message>
        <source>Use keys of clients</source>
        <translation>Schlüssel der Clients verwenden</translation>
    </message>
    <message>
        <source>A key that a client sends as X-Provider-API-Key is used in place of the provider&apos;s own.</source>
        <translation>Ein Schlüssel, den ein Client als X-Provider-API-Key sendet, wird statt des eigenen des Anbieters verwendet.</translation>
    </message>
    <message>
        <source>those whose name fits %1</source>
        <translation>deren Name auf %1 passt</translation>
    </message>
</context>
<context>
    <name>nexus::Console</name>
    <message>
        <source>Nexus goes on serving</source>
        <translation>Nexus dient weiter</translation>
    </message>
    <message>
        <source>You find it in the tray. Quit there, or with Ctrl+Q in the window.</source>
        <translation>Es liegt im Infobereich. Dort beenden oder mit Strg+Q im Fenster.</translation>
    </message>
</context>
<context>
    <name>nexus::ConversationView</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>The answer was cut at the greatest number of tokens.</source>
        <translation>Die Antwort wurde bei der Höchstzahl der Token abgeschnitten.</translation>
    </message>
    <message>
        <source>The provider&apos;s safety system ended the answer.</source>
        <translation>Das Sicherheitssystem des Anbieters hat die Antwort beendet.</translation>
    </message>
    <message>
        <source>The provider paused a long turn.</source>
        <translation>Der Anbieter hat einen langen Beitrag pausiert.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier turn(s)</source>
        <translation>
            <numerusform>%n früheren Beitrag anzeigen</numerusform>
            <numerusform>%n frühere Beiträge anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>nexus::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>nexus::CredentialsEntry</name>
    <message>
        <source>How requests are signed</source>
        <translation>Wie Anfragen signiert werden</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Profile of the AWS tools</source>
        <translation>Profil der AWS-Werkzeuge</translation>
    </message>
    <message>
        <source>What this machine has</source>
        <translation>Was dieser Rechner hat</translation>
    </message>
    <message>
        <source>Name the profile.</source>
        <translation>Das Profil angeben.</translation>
    </message>
    <message>
        <source>All parts go into the keychain. The file only names them.</source>
        <translation>Alle Teile kommen in den Schlüsselbund. Die Datei nennt sie nur.</translation>
    </message>
    <message>
        <source>Read from ~/.aws at each start. Single sign-on and roles work too.</source>
        <translation>Wird bei jedem Start aus ~/.aws gelesen. Auch Single Sign-on und Rollen funktionieren.</translation>
    </message>
    <message>
        <source>Signs with what the AWS tools find here: variables, the default profile, or the role of this machine or container.</source>
        <translation>Signiert mit dem, was die AWS-Werkzeuge hier finden: Variablen, das Standardprofil oder die Rolle dieses Rechners oder Containers.</translation>
    </message>
</context>
<context>
    <name>nexus::DiffView</name>
    <message>
        <source>Lines of nexus.toml that change</source>
        <translation>Zeilen von nexus.toml, die sich ändern</translation>
    </message>
</context>
<context>
    <name>nexus::EventsView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Events of the stream</source>
        <translation>Ereignisse des Streams</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), longest pause %1</source>
        <translation>
            <numerusform>%n Ereignis, längste Pause %1</numerusform>
            <numerusform>%n Ereignisse, längste Pause %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; later ones are not kept</source>
        <translation>%1; spätere werden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Event %1 after %2: %3</source>
        <translation>Ereignis %1 nach %2: %3</translation>
    </message>
</context>
<context>
    <name>nexus::FigureTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>nexus::FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter, such as status:5xx model:claude -client:ci cost:&gt;0.01</source>
        <translation>Filter, etwa status:5xx model:claude -client:ci cost:&gt;0.01</translation>
    </message>
</context>
<context>
    <name>nexus::FindBar</name>
    <message>
        <source>Find in the file</source>
        <translation>In der Datei suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::HealthRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>First token in the last 24 hours: %1 half of the time, below %2 nearly always</source>
        <translation>Erstes Token in den letzten 24 Stunden: %1 in der Hälfte der Fälle, fast immer unter %2</translation>
    </message>
</context>
<context>
    <name>nexus::HistoryDesk</name>
    <message>
        <source>There is no configuration yet.</source>
        <translation>Es gibt noch keine Konfiguration.</translation>
    </message>
</context>
<context>
    <name>nexus::HostProblem</name>
    <message>
        <source>%1 is taken by %2 (process %3).</source>
        <translation>%1 wird von %2 benutzt (Prozess %3).</translation>
    </message>
    <message>
        <source>%1 is taken by another program.</source>
        <translation>%1 wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>End that program and try again, or start Nexus with another address.</source>
        <translation>Dieses Programm beenden und erneut versuchen, oder Nexus mit einer anderen Adresse starten.</translation>
    </message>
    <message>
        <source>End that program and try again, or choose another listen address in Settings.</source>
        <translation>Dieses Programm beenden und erneut versuchen, oder in den Einstellungen eine andere Adresse zum Lauschen wählen.</translation>
    </message>
    <message>
        <source>The old address stays until you choose another listen address in Settings.</source>
        <translation>Die alte Adresse bleibt, bis in den Einstellungen eine andere Adresse zum Lauschen gewählt wird.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 ist frei.</translation>
    </message>
</context>
<context>
    <name>nexus::KeepPanel</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>nexus::KeyEntry</name>
    <message>
        <source>Get a key</source>
        <translation>Schlüssel besorgen</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel liegt</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>In a variable</source>
        <translation>In einer Variable</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Name of the environment variable</source>
        <translation>Name der Umgebungsvariable</translation>
    </message>
    <message>
        <source>Paste the key, if it needs one</source>
        <translation>Schlüssel einfügen, falls nötig</translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation>Erst den Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Give the name of the variable: letters, digits and &apos;_&apos;.</source>
        <translation>Den Namen der Variable angeben: Buchstaben, Ziffern und „_“.</translation>
    </message>
    <message>
        <source>%1 is not set where Nexus was started. Set it there, and start Nexus again.</source>
        <translation>%1 ist dort, wo Nexus gestartet wurde, nicht gesetzt. Dort setzen und Nexus neu starten.</translation>
    </message>
    <message>
        <source>%1 is set. The file names it and never holds the key.</source>
        <translation>%1 ist gesetzt. Die Datei nennt sie und enthält nie den Schlüssel.</translation>
    </message>
    <message>
        <source>The file never holds the key. Later only its last four characters are shown.</source>
        <translation>Die Datei enthält nie den Schlüssel. Später werden nur seine letzten vier Zeichen angezeigt.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyList</name>
    <message>
        <source>Add another key</source>
        <translation>Weiteren Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Several keys are used in turn, and one that is refused rests for a while.</source>
        <translation>Mehrere Schlüssel werden reihum verwendet, und ein abgelehnter ruht eine Weile.</translation>
    </message>
    <message>
        <source>Key %1</source>
        <extracomment>%1 is its place in the list</extracomment>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Empty, and passed over.</source>
        <translation>Leer, wird übergangen.</translation>
    </message>
    <message>
        <source>%1: it is deleted from the keychain, as %2, and %3 goes on with the others.</source>
        <translation>%1: Er wird aus dem Schlüsselbund gelöscht, als %2, und %3 arbeitet mit den übrigen weiter.</translation>
    </message>
    <message>
        <source>%1: it is taken out of the file, and %2 goes on with the others.</source>
        <translation>%1: Er wird aus der Datei genommen, und %2 arbeitet mit den übrigen weiter.</translation>
    </message>
    <message>
        <source>%1: it was kept for this session only, as %2, and is forgotten. %3 goes on with the others.</source>
        <translation>%1: Er war nur für diese Sitzung aufbewahrt, als %2, und wird vergessen. %3 macht mit den anderen weiter.</translation>
    </message>
    <message>
        <source>Test all keys</source>
        <translation>Alle Schlüssel testen</translation>
    </message>
    <message>
        <source>Asks for the list of models with each key, which costs nothing.</source>
        <translation>Fragt mit jedem Schlüssel nach der Liste der Modelle; das kostet nichts.</translation>
    </message>
    <message>
        <source>It cannot be told which of these keys Nexus has. Unlock the keychain and test again.</source>
        <translation>Es lässt sich nicht sagen, welche dieser Schlüssel Nexus hat. Den Schlüsselbund entsperren und erneut testen.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyRow</name>
    <message>
        <source>Replace this key: %1</source>
        <translation>Diesen Schlüssel ersetzen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>Vom Anbieter abgelehnt. Er ruht noch %n Minute.</numerusform>
            <numerusform>Vom Anbieter abgelehnt. Er ruht noch %n Minuten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more second(s).</source>
        <translation>
            <numerusform>Vom Anbieter abgelehnt. Er ruht noch %n Sekunde.</numerusform>
            <numerusform>Vom Anbieter abgelehnt. Er ruht noch %n Sekunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>Hat sein Kontingent aufgebraucht. Er ruht noch %n Minute.</numerusform>
            <numerusform>Hat sein Kontingent aufgebraucht. Er ruht noch %n Minuten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more second(s).</source>
        <translation>
            <numerusform>Hat sein Kontingent aufgebraucht. Er ruht noch %n Sekunde.</numerusform>
            <numerusform>Hat sein Kontingent aufgebraucht. Er ruht noch %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this key: %1</source>
        <translation>Diesen Schlüssel entfernen: %1</translation>
    </message>
    <message>
        <source>The keychain does not have it, so that it is passed over. Replace it to enter it again.</source>
        <translation>Der Schlüsselbund hat ihn nicht, darum wird er übergangen. Ersetzen, um ihn neu einzugeben.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird ausprobiert…</translation>
    </message>
</context>
<context>
    <name>nexus::KeySavePanel</name>
    <message>
        <source>There is no keychain on this machine. Use an environment variable, or keep the key for this session only: then it is gone when Nexus ends, and has to be entered again.</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund. Eine Umgebungsvariable verwenden oder den Schlüssel nur für diese Sitzung behalten: Dann ist er weg, wenn Nexus endet, und muss neu eingegeben werden.</translation>
    </message>
    <message>
        <source>The keychain does not answer. Unlock it where it asks you to, and try again.</source>
        <translation>Der Schlüsselbund antwortet nicht. Dort entsperren, wo er danach fragt, und erneut versuchen.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>The keychain could not keep the key. See whether its service runs, and try again.</source>
        <translation>Der Schlüsselbund konnte den Schlüssel nicht aufnehmen. Prüfen, ob sein Dienst läuft, und erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use an environment variable</source>
        <translation>Umgebungsvariable verwenden</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Waiting for the keychain. It may ask you to unlock it.</source>
        <translation>Wartet auf den Schlüsselbund. Er fragt womöglich nach dem Entsperren.</translation>
    </message>
    <message>
        <source>It failed at %1, so that nothing was kept.</source>
        <translation>Bei %1 ist es gescheitert; darum wurde nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Waiting for the keychain. Look for its window: it may ask for a password.</source>
        <translation>Warten auf den Schlüsselbund. Sein Fenster suchen: Er fragt vielleicht nach einem Passwort.</translation>
    </message>
</context>
<context>
    <name>nexus::KeySection</name>
    <message>
        <source>Move to the keychain</source>
        <translation>In den Schlüsselbund verschieben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>Schlüssel speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The key is deleted from the keychain, and %1 cannot be asked any more.</source>
        <translation>Der Schlüssel wird aus dem Schlüsselbund gelöscht, und %1 kann nicht mehr gefragt werden.</translation>
    </message>
    <message>
        <source>The line of the key is taken out of the file, and %1 cannot be asked any more.</source>
        <translation>Die Zeile des Schlüssels wird aus der Datei entfernt, und %1 kann nicht mehr gefragt werden.</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Schlüssel entfernen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key ends in …%1</source>
        <translation>Schlüssel endet auf …%1</translation>
    </message>
    <message>
        <source>It is asked without a key.</source>
        <translation>Wird ohne Schlüssel gefragt.</translation>
    </message>
    <message>
        <source>Kept for this session only, as %1. It is gone when Nexus ends.</source>
        <translation>Nur für diese Sitzung aufbewahrt, als %1. Er ist weg, wenn Nexus endet.</translation>
    </message>
    <message>
        <source>Kept in the keychain, as %1.</source>
        <translation>Im Schlüsselbund aufbewahrt, als %1.</translation>
    </message>
    <message>
        <source>Read from the environment variable %1.</source>
        <translation>Aus der Umgebungsvariable %1 gelesen.</translation>
    </message>
    <message>
        <source>Stands in nexus.toml, where everybody who reads the file can see it.</source>
        <translation>Steht in nexus.toml, wo ihn alle sehen, die die Datei lesen können.</translation>
    </message>
    <message>
        <source>Signed with AWS credentials</source>
        <translation>Mit AWS-Anmeldedaten signiert</translation>
    </message>
    <message>
        <source>Taken from the AWS profile %1.</source>
        <translation>Aus dem AWS-Profil %1.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>It signs with what the AWS tools of this machine use.</source>
        <translation>Er signiert mit dem, was die AWS-Werkzeuge dieses Rechners verwenden.</translation>
    </message>
    <message>
        <source>Looked for in the keychain, as %1.</source>
        <translation>Wird im Schlüsselbund gesucht, als %1.</translation>
    </message>
    <message>
        <source>Its lines are taken out of the file. %1 then signs with what the AWS tools of this machine use.</source>
        <translation>Die Zeilen werden aus der Datei genommen. %1 signiert dann mit dem, was die AWS-Werkzeuge dieses Rechners verwenden.</translation>
    </message>
    <message>
        <source>Deleted from the keychain: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>Aus dem Schlüsselbund gelöscht wird: %1. %2 signiert dann mit dem, was die AWS-Werkzeuge dieses Rechners verwenden.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), used in turn</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel, reihum verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Each request takes the next one. One that is refused rests for a while.</source>
        <translation>Jede Anfrage nimmt den nächsten. Ein abgelehnter ruht eine Weile.</translation>
    </message>
    <message>
        <source>Forgotten, as they were kept for this session only: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>Vergessen, da nur für diese Sitzung aufbewahrt: %1. %2 signiert dann mit dem, was die AWS-Werkzeuge dieses Rechners benutzen.</translation>
    </message>
    <message>
        <source>The key was kept for this session only. It is forgotten, and %1 cannot be asked any more.</source>
        <translation>Der Schlüssel war nur für diese Sitzung aufbewahrt. Er wird vergessen, und %1 kann nicht mehr gefragt werden.</translation>
    </message>
</context>
<context>
    <name>nexus::KeySource</name>
    <message>
        <source>This key is no longer in nexus.toml. Choose Cancel, and add the new one as another key.</source>
        <translation>Dieser Schlüssel steht nicht mehr in nexus.toml. „Abbrechen“ wählen und den neuen als weiteren Schlüssel hinzufügen.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyStep</name>
    <message>
        <source>Whose models do you want to use? The key goes into the keychain of this machine and nowhere else.</source>
        <translation>Wessen Modelle sollen verwendet werden? Der Schlüssel kommt in den Schlüsselbund dieses Rechners und nirgendwo sonst hin.</translation>
    </message>
    <message>
        <source>Use the demo model, without a key</source>
        <translation>Demomodell verwenden, ohne Schlüssel</translation>
    </message>
</context>
<context>
    <name>nexus::LiveLogPage</name>
    <message>
        <source>Live log</source>
        <translation>Live-Protokoll</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write requests to a file</source>
        <translation>Anfragen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>The whole history…</source>
        <translation>Den ganzen Verlauf…</translation>
    </message>
    <message>
        <source>Everything that fits the filter…</source>
        <translation>Alles, was zum Filter passt…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected request(s)…</source>
        <translation>
            <numerusform>%n ausgewählte Anfrage…</numerusform>
            <numerusform>%n ausgewählte Anfragen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>reading the history…</source>
        <translation>liest den Verlauf…</translation>
    </message>
    <message numerus="yes">
        <source>%n running · %1</source>
        <translation>
            <numerusform>%n läuft · %1</numerusform>
            <numerusform>%n laufen · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>following · %1</source>
        <translation>folgt · %1</translation>
    </message>
    <message>
        <source>following below · %1</source>
        <translation>folgt unten · %1</translation>
    </message>
    <message>
        <source>Older requests cannot be read: %1</source>
        <translation>Ältere Anfragen können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>No request fits this filter.</source>
        <translation>Keine Anfrage passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No request has come yet. Point an application at %1 and watch it here.</source>
        <translation>Es ist noch keine Anfrage gekommen. Eine Anwendung auf %1 richten und hier zusehen.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Requests show here as they come.</source>
        <translation>Nexus dient gerade nicht. Anfragen erscheinen hier, sobald sie kommen.</translation>
    </message>
    <message>
        <source>The address was copied.</source>
        <translation>Die Adresse wurde kopiert.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>Der Liste folgen</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>Die Liste festhalten</translation>
    </message>
    <message>
        <source>Show new requests as they come again (Space, while the rows have the focus)</source>
        <translation>Neue Anfragen wieder zeigen, sobald sie kommen (Leertaste, während die Zeilen den Fokus haben)</translation>
    </message>
    <message>
        <source>Keep the rows still while requests go on (Space, while the rows have the focus)</source>
        <translation>Die Zeilen stehen lassen, während Anfragen weiterlaufen (Leertaste, während die Zeilen den Fokus haben)</translation>
    </message>
    <message>
        <source>held · %1</source>
        <translation>festgehalten · %1</translation>
    </message>
</context>
<context>
    <name>nexus::LogExporter</name>
    <message>
        <source>Export requests</source>
        <translation>Anfragen exportieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>HTTP-Archiv (*.har)</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were written to %1.</source>
        <translation>
            <numerusform>%n Anfrage wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Anfragen wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::MainWindow</name>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Dient</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>Dient auf %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Paused on %1; requests are refused with 503</source>
        <translation>Pausiert auf %1; Anfragen werden mit 503 abgelehnt</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Running requests may end, then Nexus stops</source>
        <translation>Laufende Anfragen dürfen enden, dann stoppt Nexus</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>Dient nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 heute</translation>
    </message>
</context>
<context>
    <name>nexus::ModelChooser</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>Alle Modelle anzeigen</translation>
    </message>
</context>
<context>
    <name>nexus::ModelListModel</name>
    <message>
        <source>US dollars for a million tokens.</source>
        <translation>US-Dollar für eine Million Token.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Max. output</source>
        <translation>Max. Ausgabe</translation>
    </message>
    <message>
        <source>In / 1M</source>
        <translation>Ein / 1 Mio.</translation>
    </message>
    <message>
        <source>Out / 1M</source>
        <translation>Aus / 1 Mio.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It reads %1 tokens.</source>
        <translation>Es liest %1 Token.</translation>
    </message>
    <message>
        <source>Nobody says how much it reads.</source>
        <translation>Wie viel es liest, ist nirgends angegeben.</translation>
    </message>
    <message>
        <source>It writes up to %1 tokens.</source>
        <translation>Es schreibt bis zu %1 Token.</translation>
    </message>
    <message>
        <source>Nobody says how much it writes.</source>
        <translation>Wie viel es schreibt, ist nirgends angegeben.</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Its provider says: %1.</source>
        <translation>Sein Anbieter sagt: %1.</translation>
    </message>
    <message>
        <source>The table of prices says: %1.</source>
        <translation>Die Preistabelle sagt: %1.</translation>
    </message>
    <message>
        <source>Nobody says what it can do besides text.</source>
        <translation>Niemand sagt, was es außer Text kann.</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>At prices of their own: %1.</source>
        <translation>Mit eigenem Preis: %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>%1 yes</source>
        <translation>%1: ja</translation>
    </message>
    <message>
        <source>%1 no</source>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1: unbekannt</translation>
    </message>
    <message>
        <source>Its price is not known. F2 sets it.</source>
        <translation>Sein Preis ist nicht bekannt. F2 legt ihn fest.</translation>
    </message>
</context>
<context>
    <name>nexus::ModelPicker</name>
    <message>
        <source>Send again to</source>
        <translation>Erneut senden an</translation>
    </message>
    <message>
        <source>Search for a model</source>
        <translation>Ein Modell suchen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsPage</name>
    <message>
        <source>Models and aliases</source>
        <translation>Modelle und Aliasse</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>Alias hinzufügen</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>Alle Anbieter nach ihren Modellen fragen</translation>
    </message>
    <message>
        <source>The alias %1 was saved.</source>
        <translation>Der Alias %1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>The alias %1 was removed.</source>
        <translation>Der Alias %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>There is an alias that is not saved. Save it or cancel it first.</source>
        <translation>Ein Alias ist noch nicht gespeichert. Erst speichern oder abbrechen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The price of %1 was saved.</source>
        <translation>Der Preis von %1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>The price of %1 was taken out of the file.</source>
        <translation>Der Preis von %1 wurde aus der Datei entfernt.</translation>
    </message>
    <message>
        <source>There is a price that is not saved. Save it or cancel it first.</source>
        <translation>Ein Preis ist noch nicht gespeichert. Erst speichern oder abbrechen.</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Ask for its models again</source>
        <translation>Erneut nach den Modellen fragen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Modelle filtern</translation>
    </message>
    <message>
        <source>Models of this provider</source>
        <translation>Modelle dieses Anbieters</translation>
    </message>
    <message>
        <source>Double-click a model to try it in the playground.</source>
        <translation>Ein Doppelklick auf ein Modell öffnet es im Playground.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Fragt nach den Modellen…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>No model has this in its name.</source>
        <translation>Kein Modell hat das im Namen.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Take the chosen model out of the file</source>
        <translation>Das gewählte Modell aus der Datei nehmen</translation>
    </message>
    <message>
        <source>Name of a model to add</source>
        <translation>Name eines Modells, das hinzukommt</translation>
    </message>
    <message>
        <source>Name it in nexus.toml, for what the provider does not list.</source>
        <translation>Nennt es in nexus.toml, falls der Anbieter es nicht auflistet.</translation>
    </message>
    <message>
        <source>It has named no models yet. Type the name of one, or ask again.</source>
        <translation>Er hat noch keine Modelle genannt. Den Namen eines Modells eingeben oder erneut fragen.</translation>
    </message>
    <message>
        <source>Name of a deployment</source>
        <translation>Name einer Bereitstellung</translation>
    </message>
    <message>
        <source>Name of a model it does not list</source>
        <translation>Name eines Modells, das er nicht auflistet</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsTable</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Modelle filtern</translation>
    </message>
    <message>
        <source>Copies what clients ask for, provider and model.</source>
        <translation>Kopiert, was Clients anfragen: Anbieter und Modell.</translation>
    </message>
    <message>
        <source>Opens the chosen model in the playground.</source>
        <translation>Öffnet das gewählte Modell im Playground.</translation>
    </message>
    <message>
        <source>Models of all providers</source>
        <translation>Modelle aller Anbieter</translation>
    </message>
    <message>
        <source>Try in the playground</source>
        <translation>Im Playground ausprobieren</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n model(s)</source>
        <translation>
            <numerusform>%1 von %n Modell</numerusform>
            <numerusform>%1 von %n Modellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>The providers have named no models yet. Ask them again, or name models in the file.</source>
        <translation>Die Anbieter haben noch keine Modelle genannt. Erneut fragen oder Modelle in der Datei nennen.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Models come from providers. Add one to see what it has.</source>
        <translation>Modelle kommen von Anbietern. Einen hinzufügen, um zu sehen, was er hat.</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Filter by provider, model or ability</source>
        <translation>Anbieter, Modell oder Fähigkeit</translation>
    </message>
    <message>
        <source>Set the price of the chosen model (F2)</source>
        <translation>Preis des gewählten Modells festlegen (F2)</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>Preis festlegen…</translation>
    </message>
    <message>
        <source>No model has these words in its name or abilities.</source>
        <translation>Kein Modell hat diese Wörter im Namen oder bei den Fähigkeiten.</translation>
    </message>
</context>
<context>
    <name>nexus::OptionRow</name>
    <message>
        <source>Reset to default</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsPanel</name>
    <message>
        <source>Show answers as Markdown</source>
        <translation>Antworten als Markdown anzeigen</translation>
    </message>
    <message>
        <source>How the model should behave</source>
        <translation>Wie sich das Modell verhalten soll</translation>
    </message>
    <message>
        <source>It is kept while this page is open and nowhere else.</source>
        <translation>Es wird nur aufbewahrt, solange diese Seite offen ist, und nirgendwo sonst.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Höchstzahl der Token einer Antwort</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools, as a JSON list</source>
        <translation>Tools, als JSON-Liste</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsView</name>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Takes effect when Nexus is started again.</source>
        <translation>Wirkt nach dem nächsten Start von Nexus.</translation>
    </message>
    <message>
        <source>Nexus was started with %1. This takes effect at the next start without it.</source>
        <translation>Nexus wurde mit %1 gestartet. Diese Einstellung wirkt beim nächsten Start ohne diese Angabe.</translation>
    </message>
    <message>
        <source>No setting fits “%1”.</source>
        <translation>Keine Einstellung passt zu „%1“.</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Alle Einstellungen anzeigen</translation>
    </message>
    <message>
        <source>Default: not set</source>
        <translation>Standard: nicht gesetzt</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>Default: on</source>
        <translation>Standard: ein</translation>
    </message>
    <message>
        <source>Default: off</source>
        <translation>Standard: aus</translation>
    </message>
</context>
<context>
    <name>nexus::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>Anfragen heute</translation>
    </message>
    <message>
        <source>First token, p50</source>
        <translation>Erstes Token, p50</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>Token heute</translation>
    </message>
    <message>
        <source>Cost today</source>
        <translation>Kosten heute</translation>
    </message>
    <message>
        <source>Range of the chart</source>
        <translation>Zeitraum des Diagramms</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>nothing yesterday until now</source>
        <translation>gestern um diese Zeit noch nichts</translation>
    </message>
    <message>
        <source>%1 more than yesterday</source>
        <translation>%1 mehr als gestern</translation>
    </message>
    <message>
        <source>%1 less than yesterday</source>
        <translation>%1 weniger als gestern</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>nothing today until now</source>
        <translation>heute bis jetzt nichts</translation>
    </message>
    <message>
        <source>p95 %1 · %2 slower than yesterday</source>
        <translation>p95 %1 · %2 langsamer als gestern</translation>
    </message>
    <message>
        <source>p95 %1 · %2 faster than yesterday</source>
        <translation>p95 %1 · %2 schneller als gestern</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>nexus::PendingPanel</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>Zeilen, die sich ändern</translation>
    </message>
    <message>
        <source>Save the changes (%1)</source>
        <translation>Änderungen speichern (%1)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n ungespeicherte Änderung</numerusform>
            <numerusform>%n ungespeicherte Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::PlaygroundPage</name>
    <message>
        <source>Save this prompt…</source>
        <translation>Diesen Prompt speichern…</translation>
    </message>
    <message>
        <source>Save this prompt</source>
        <translation>Diesen Prompt speichern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>“%1” has taken the place of what was here.</source>
        <translation>„%1“ hat den bisherigen Inhalt ersetzt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The prompt is saved as “%1”.</source>
        <translation>Der Prompt ist als „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>The prompt “%1” is deleted.</source>
        <translation>Der Prompt „%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Choose a model first; the alias will stand for it.</source>
        <translation>Erst ein Modell wählen; der Alias steht dann dafür.</translation>
    </message>
    <message>
        <source>Keep %1 with these settings as an alias</source>
        <translation>%1 mit diesen Einstellungen als Alias behalten</translation>
    </message>
    <message>
        <source>Clients can ask for “%1” now.</source>
        <translation>Clients können jetzt „%1“ anfragen.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Settings of the chat</source>
        <translation>Einstellungen des Chats</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>Gespeicherte Prompts</translation>
    </message>
    <message>
        <source>Ask another model the same, up to four</source>
        <translation>Ein weiteres Modell dasselbe fragen, bis zu vier</translation>
    </message>
    <message>
        <source>There is a prompt of this name. Saving replaces it.</source>
        <translation>Es gibt schon einen Prompt mit diesem Namen. Speichern ersetzt ihn.</translation>
    </message>
    <message>
        <source>The gateway is paused, so that no model is asked.</source>
        <translation>Das Gateway ist pausiert, daher wird kein Modell gefragt.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>The gateway is ending, so that nothing more can be sent.</source>
        <translation>Das Gateway wird beendet, daher kann nichts mehr gesendet werden.</translation>
    </message>
    <message>
        <source>The gateway is not running, so that nothing can be sent.</source>
        <translation>Das Gateway läuft nicht, daher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The gateway takes no chats of OpenAI&apos;s kind, which the playground sends.</source>
        <translation>Das Gateway nimmt keine Chats nach Art von OpenAI an, wie sie der Playground sendet.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>There is no provider to ask yet.</source>
        <translation>Es gibt noch keinen Anbieter, der gefragt werden kann.</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
</context>
<context>
    <name>nexus::PlaygroundPrompts</name>
    <message>
        <source>The prompts cannot be written to %1: %2</source>
        <translation>Die Prompts können nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>What is there now cannot be read.</source>
        <translation>Was jetzt dort steht, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The images take %1, and %2 can be kept with a prompt. Remove one, or make them smaller.</source>
        <translation>Die Bilder belegen %1; mit einem Prompt lassen sich %2 aufbewahren. Entfernen Sie eines, oder verkleinern Sie sie.</translation>
    </message>
    <message>
        <source>All saved prompts together can keep %1 of images. Delete one that has some first.</source>
        <translation>Alle gespeicherten Prompts zusammen können %1 an Bildern aufbewahren. Löschen Sie zuerst einen mit Bildern.</translation>
    </message>
</context>
<context>
    <name>nexus::PresetTiles</name>
    <message>
        <source>Hosted services</source>
        <translation>Gehostete Dienste</translation>
    </message>
    <message>
        <source>On this machine or your network</source>
        <translation>Auf diesem Rechner oder im eigenen Netz</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>nexus::PriceEntry</name>
    <message>
        <source>The provider %1 is not in the file any more. Add it again first.</source>
        <translation>Der Anbieter %1 steht nicht mehr in der Datei. Zuerst wieder hinzufügen.</translation>
    </message>
</context>
<context>
    <name>nexus::PriceForm</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Cache lesen</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache schreiben</translation>
    </message>
    <message>
        <source>Use the built-in price</source>
        <translation>Eingebauten Preis verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Zeilen, die sich in nexus.toml ändern</translation>
    </message>
    <message>
        <source>Empties the fields, so that nexus.toml says nothing of this model&apos;s price.</source>
        <translation>Leert die Felder, sodass nexus.toml nichts über den Preis dieses Modells sagt.</translation>
    </message>
    <message>
        <source>Price of %1, US dollars per million tokens</source>
        <translation>Preis von %1, US-Dollar je Million Token</translation>
    </message>
    <message>
        <source>Where a field is empty, this holds: %1.</source>
        <translation>Wo ein Feld leer ist, gilt: %1.</translation>
    </message>
    <message>
        <source>No table of prices knows this model. A cost needs its input and its output.</source>
        <translation>Keine Preistabelle kennt dieses Modell. Für Kosten braucht es Eingabe und Ausgabe.</translation>
    </message>
    <message>
        <source>The tables of prices are being read…</source>
        <translation>Die Preistabellen werden gelesen…</translation>
    </message>
    <message>
        <source>Remove the price</source>
        <translation>Preis entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: write dollars as a number from 0 to 1000000 such as 2.50, or leave it empty.</source>
        <translation>%1: Dollar als Zahl von 0 bis 1000000 mit Punkt schreiben, etwa 2.50, oder leer lassen.</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeLine</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Asks for the list of models, which costs nothing.</source>
        <translation>Fragt nach der Liste der Modelle; das kostet nichts.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Fragt nach den Modellen…</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeWords</name>
    <message>
        <source>It works: the key was accepted, in %1.</source>
        <translation>Es funktioniert: Der Schlüssel wurde in %1 akzeptiert.</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s).</source>
        <translation>
            <numerusform>Es funktioniert: %n Modell.</numerusform>
            <numerusform>Es funktioniert: %n Modelle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), in %1.</source>
        <translation>
            <numerusform>Es funktioniert: %n Modell, in %1.</numerusform>
            <numerusform>Es funktioniert: %n Modelle, in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key may not list models (%1). Check its permissions, and that it belongs to this organisation.</source>
        <translation>Der Schlüssel darf keine Modelle auflisten (%1). Prüfen, welche Rechte er hat und ob er zu dieser Organisation gehört.</translation>
    </message>
    <message>
        <source>The key was refused (%1). Check that it is whole and belongs to this organisation.</source>
        <translation>Der Schlüssel wurde abgelehnt (%1). Prüfen, ob er vollständig ist und zu dieser Organisation gehört.</translation>
    </message>
    <message>
        <source>%1 answers, but has no list of models at this address (404). Check the path; it often ends in /v1.</source>
        <translation>%1 antwortet, hat aber unter dieser Adresse keine Liste der Modelle (404). Den Pfad prüfen; er endet oft auf /v1.</translation>
    </message>
    <message>
        <source>%1 sends to another address (%2). Enter the address of the API itself.</source>
        <translation>%1 verweist auf eine andere Adresse (%2). Die Adresse der API selbst eingeben.</translation>
    </message>
    <message>
        <source>%1 refused to list its models (%2). Check the address and the type of the provider.</source>
        <translation>%1 hat es abgelehnt, Modelle aufzulisten (%2). Adresse und Typ des Anbieters prüfen.</translation>
    </message>
    <message>
        <source>Something else answers at %1, perhaps a web page. Check the address; it often ends in /v1.</source>
        <translation>Unter %1 antwortet etwas anderes, vielleicht eine Webseite. Die Adresse prüfen; sie endet oft auf /v1.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check that the server runs, and its port.</source>
        <translation>Unter %1 lauscht nichts. Prüfen, ob der Server läuft und der Port stimmt.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network, the proxy and the address.</source>
        <translation>%1 ist nicht erreichbar. Netzwerk, Proxy und Adresse prüfen.</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate is not trusted, or it speaks no TLS. A certificate of your own belongs under tls.ca_certificate; a server without TLS is http://.</source>
        <translation>Keine sichere Verbindung zu %1: Dem Zertifikat wird nicht vertraut, oder es wird kein TLS gesprochen. Ein eigenes Zertifikat gehört unter tls.ca_certificate; ein Server ohne TLS ist http://.</translation>
    </message>
    <message>
        <source>It answers, but lists no models. Load or install one there first, or name one in the file.</source>
        <translation>Er antwortet, listet aber keine Modelle auf. Dort erst eines laden oder installieren oder eines in der Datei nennen.</translation>
    </message>
    <message>
        <source>It needs a key. Paste one and test again.</source>
        <translation>Er braucht einen Schlüssel. Einen einfügen und erneut testen.</translation>
    </message>
    <message>
        <source>%1 was not found. Check your network and the spelling of the address.</source>
        <translation>%1 wurde nicht gefunden. Netzwerk und Schreibweise der Adresse prüfen.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network, the proxy and the address.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Netzwerk, Proxy und Adresse prüfen.</translation>
    </message>
    <message>
        <source>The key is accepted, but has used up its share or its credit (%1). Check the plan and the billing there.</source>
        <translation>Der Schlüssel wird akzeptiert, aber sein Kontingent oder Guthaben ist aufgebraucht (%1). Dort Tarif und Abrechnung prüfen.</translation>
    </message>
    <message>
        <source>%1 answers with a failure of its own (%2). Try again in a while.</source>
        <translation>%1 antwortet mit einem eigenen Fehler (%2). In einer Weile erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>nexus::ProblemList</name>
    <message>
        <source>Last problems</source>
        <translation>Letzte Probleme</translation>
    </message>
    <message>
        <source>None since Nexus was started.</source>
        <translation>Keine seit dem Start von Nexus.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Open the provider</source>
        <translation>Anbieter öffnen</translation>
    </message>
    <message>
        <source>Open the budgets</source>
        <translation>Budgets öffnen</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>Modelle öffnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the request of %1</source>
        <translation>Anfrage von %1 anzeigen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>nexus::PromptComposer</name>
    <message>
        <source>Add image</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Ask all models the same. Ctrl+Enter sends; images can be pasted or dropped here.</source>
        <translation>Alle Modelle dasselbe fragen. Strg+Enter sendet; Bilder lassen sich hier einfügen oder ablegen.</translation>
    </message>
    <message>
        <source>Send to all models (Ctrl+Enter)</source>
        <translation>An alle Modelle senden (Strg+Enter)</translation>
    </message>
    <message>
        <source>Stop all answers (Esc)</source>
        <translation>Alle Antworten stoppen (Esc)</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.gif *.webp)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Choose another file.</source>
        <translation>%1 kann nicht gelesen werden. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 is larger than %2. Choose a smaller image.</source>
        <translation>%1 ist größer als %2. Ein kleineres Bild wählen.</translation>
    </message>
    <message>
        <source>The clipboard holds no image that can be sent.</source>
        <translation>Die Zwischenablage enthält kein Bild, das gesendet werden kann.</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>%1 is no image that models take. Choose a PNG, JPEG, GIF or WebP file.</source>
        <translation>%1 ist kein Bild, das Modelle annehmen. Eine PNG-, JPEG-, GIF- oder WebP-Datei wählen.</translation>
    </message>
    <message numerus="yes">
        <source>A message holds %n image(s) at most.</source>
        <translation>
            <numerusform>Eine Nachricht enthält höchstens %n Bild.</numerusform>
            <numerusform>Eine Nachricht enthält höchstens %n Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1. Click to remove it.</source>
        <translation>%1. Zum Entfernen klicken.</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDetail</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>Zugehörige Anfragen anzeigen</translation>
    </message>
    <message>
        <source>First token: %1</source>
        <translation>Erstes Token: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how long ago, and the error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is taken out of nexus.toml.</source>
        <translation>%1 wird aus nexus.toml entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Lost with it: %n alias(es): %1.</source>
        <translation>
            <numerusform>Damit entfällt %n Alias: %1.</numerusform>
            <numerusform>Damit entfallen %n Aliasse: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) lose a target: %1.</source>
        <translation>
            <numerusform>%n Alias verliert ein Ziel: %1.</numerusform>
            <numerusform>%n Aliasse verlieren ein Ziel: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) go too: %1.</source>
        <translation>
            <numerusform>%n Budget entfällt ebenfalls: %1.</numerusform>
            <numerusform>%n Budgets entfallen ebenfalls: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A key in the keychain stays there.</source>
        <translation>Ein Schlüssel im Schlüsselbund bleibt dort.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>No request in the last day.</source>
        <translation>Keine Anfrage am letzten Tag.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last day, none with a first token.</source>
        <translation>
            <numerusform>%n Anfrage am letzten Tag, keine mit einem ersten Token.</numerusform>
            <numerusform>%n Anfragen am letzten Tag, keine mit einem ersten Token.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First token: %1 median, %2 p95, of %n request(s) in the last day.</source>
        <translation>
            <numerusform>Erstes Token: Median %1, p95 %2, bei %n Anfrage am letzten Tag.</numerusform>
            <numerusform>Erstes Token: Median %1, p95 %2, bei %n Anfragen am letzten Tag.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDraft</name>
    <message>
        <source>Give the provider a name.</source>
        <translation>Dem Anbieter einen Namen geben.</translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos; in the name, and no spaces.</source>
        <translation>Im Namen bis zu 64 Buchstaben, Ziffern, „-“, „_“ und „.“ verwenden, keine Leerzeichen.</translation>
    </message>
    <message>
        <source>There is a provider of this name already. Choose another one.</source>
        <translation>Es gibt schon einen Anbieter mit diesem Namen. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>The address has to begin with http:// or https://, without user name, &apos;?&apos; and &apos;#&apos;.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen, ohne Benutzernamen, „?“ und „#“.</translation>
    </message>
    <message>
        <source>A region is written in small letters, digits and hyphens, such as us-east-1.</source>
        <translation>Eine Region besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, etwa us-east-1.</translation>
    </message>
    <message>
        <source>The name is too long for the keychain, which adds to it for each part of an access key. Use up to 46 characters.</source>
        <translation>Der Name ist zu lang für den Schlüsselbund, der ihn für jeden Teil eines Zugriffsschlüssels ergänzt. Bis zu 46 Zeichen verwenden.</translation>
    </message>
    <message>
        <source>The API version is written in letters, digits and hyphens, such as 2024-10-21. Leave the field empty for the usual one.</source>
        <translation>Die API-Version besteht aus Buchstaben, Ziffern und Bindestrichen, etwa 2024-10-21. Für die übliche das Feld leer lassen.</translation>
    </message>
    <message>
        <source>The pattern of offered models is no regular expression: %1, at character %2. Correct it, or leave the field empty to offer all.</source>
        <translation>Das Muster der angebotenen Modelle ist kein regulärer Ausdruck: %1, bei Zeichen %2. Berichtigen, oder das Feld leer lassen, um alle anzubieten.</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderForm</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name, the first part of its models&apos; names</source>
        <translation>Name, der erste Teil der Namen seiner Modelle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>These lines will change in %1</source>
        <translation>Diese Zeilen ändern sich in %1</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Signiert mit</translation>
    </message>
    <message>
        <source>only where it cannot list them</source>
        <translation>nur wenn er sie nicht auflisten kann</translation>
    </message>
    <message>
        <source>Deployments, with commas between them</source>
        <translation>Bereitstellungen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Models, with commas between them</source>
        <translation>Modelle, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderListModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>name of a provider, its service, its state</comment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderPresets</name>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>vLLM listens on port 8000 unless told otherwise, as Nexus does. Start it with --port 8001, or give the port it has.</source>
        <translation>vLLM lauscht ohne andere Angabe auf Port 8000, wie Nexus. Mit --port 8001 starten oder seinen Port angeben.</translation>
    </message>
    <message>
        <source>Start the server in LM Studio&apos;s Developer tab first. It needs no key.</source>
        <translation>Erst den Server im Tab „Developer“ von LM Studio starten. Er braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Ollama needs no key.</source>
        <translation>Ollama braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Start llama-server first. It needs a key only when it was given one.</source>
        <translation>Erst llama-server starten. Er braucht nur dann einen Schlüssel, wenn ihm einer gegeben wurde.</translation>
    </message>
    <message>
        <source>The endpoint and the key stand in the Azure portal under Keys and Endpoint. Models are called by the names of your deployments.</source>
        <translation>Endpunkt und Schlüssel stehen im Azure-Portal unter „Schlüssel und Endpunkt“. Modelle werden mit den Namen der eigenen Bereitstellungen aufgerufen.</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s protocol. The address usually ends in /v1.</source>
        <translation>Jeder Server, der das Protokoll von OpenAI spricht. Die Adresse endet meist auf /v1.</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>Built-in demo</source>
        <translation>Eingebaute Demo</translation>
    </message>
    <message>
        <source>Requests are signed with what you choose below. Without a region that of the environment or of the profile holds.</source>
        <translation>Anfragen werden mit dem signiert, was unten gewählt ist. Ohne Region gilt die der Umgebung oder des Profils.</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderRows</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Noch nicht verwendet</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>Ruht</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Versucht es erneut</translation>
    </message>
    <message>
        <source>It answered the last time it was asked.</source>
        <translation>Er hat bei der letzten Anfrage geantwortet.</translation>
    </message>
    <message>
        <source>Nothing has been asked of it since Nexus was started. Test it to be sure.</source>
        <translation>Er wurde seit dem Start von Nexus nichts gefragt. Ein Test schafft Gewissheit.</translation>
    </message>
    <message>
        <source>It needs a key. Add one below.</source>
        <translation>Er braucht einen Schlüssel. Unten einen hinzufügen.</translation>
    </message>
    <message>
        <source>The last request to it failed.</source>
        <translation>Die letzte Anfrage an ihn ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>It failed too often and gets no requests for %1. Then one of them finds out whether it is back.</source>
        <translation>Er ist zu oft ausgefallen und erhält %1 lang keine Anfragen. Danach prüft eine davon, ob er wieder da ist.</translation>
    </message>
    <message>
        <source>It failed too often. The next request finds out whether it is back.</source>
        <translation>Er ist zu oft ausgefallen. Die nächste Anfrage prüft, ob er wieder da ist.</translation>
    </message>
    <message>
        <source>The keychain does not have its key, or is locked. Unlock it, or add the key below.</source>
        <translation>Der Schlüsselbund hat seinen Schlüssel nicht oder ist gesperrt. Entsperren oder den Schlüssel unten hinzufügen.</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Lists no models</source>
        <translation>Nennt keine Modelle</translation>
    </message>
</context>
<context>
    <name>nexus::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>Alle Anbieter nach ihren Modellen fragen</translation>
    </message>
    <message>
        <source>There is no provider yet. Add one to send requests to its models; until then the built-in demo answers.</source>
        <translation>Es gibt noch keinen Anbieter. Einen hinzufügen, um Anfragen an seine Modelle zu senden; bis dahin antwortet die eingebaute Demo.</translation>
    </message>
    <message>
        <source>There is a change that is not saved. Save it or cancel it first.</source>
        <translation>Eine Änderung ist noch nicht gespeichert. Erst speichern oder abbrechen.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>nexus::RequestActions</name>
    <message>
        <source>Compare the two answers</source>
        <translation>Die zwei Antworten vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected request(s)…</source>
        <translation>
            <numerusform>%n ausgewählte Anfrage exportieren…</numerusform>
            <numerusform>%n ausgewählte Anfragen exportieren…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Copy the request ID</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send again to</source>
        <translation>Erneut senden an</translation>
    </message>
    <message>
        <source>Open in the playground</source>
        <translation>Im Playground öffnen</translation>
    </message>
    <message>
        <source>All requests of this client</source>
        <translation>Alle Anfragen dieses Clients</translation>
    </message>
    <message>
        <source>Show the provider</source>
        <translation>Anbieter anzeigen</translation>
    </message>
    <message>
        <source>The request was copied.</source>
        <translation>Die Anfrage wurde kopiert.</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it to send requests.</source>
        <translation>Nexus dient gerade nicht. Starten, um Anfragen zu senden.</translation>
    </message>
    <message>
        <source>The request had ended already.</source>
        <translation>Die Anfrage war schon beendet.</translation>
    </message>
    <message>
        <source>The request could not be sent: %1</source>
        <translation>Die Anfrage konnte nicht gesendet werden: %1</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
    <message>
        <source>Search all models…</source>
        <translation>Alle Modelle durchsuchen …</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1.</source>
        <translation>Die Anfrage wurde erneut gesendet und scheiterte mit Status %1.</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1: %2</source>
        <translation>Die Anfrage wurde erneut gesendet und scheiterte mit Status %1: %2</translation>
    </message>
</context>
<context>
    <name>nexus::RequestDetail</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Detail of the request</source>
        <translation>Details der Anfrage</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>Teile der Details</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>It was too long to be kept whole.</source>
        <translation>Es war zu lang, um ganz aufbewahrt zu werden.</translation>
    </message>
    <message>
        <source>Put together from a stream, which is under Raw.</source>
        <translation>Aus einem Stream zusammengesetzt, der unter „Roh“ steht.</translation>
    </message>
    <message>
        <source>Texts are shown when the request has ended.</source>
        <translation>Texte werden angezeigt, wenn die Anfrage beendet ist.</translation>
    </message>
    <message>
        <source>Looking into the history…</source>
        <translation>Sieht im Verlauf nach…</translation>
    </message>
    <message>
        <source>No history is kept, so there are no texts to show.</source>
        <translation>Es wird kein Verlauf geführt, daher gibt es keine Texte zum Anzeigen.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Prompts and answers are not kept, only the figures around them.</source>
        <translation>Prompts und Antworten werden nicht aufbewahrt, nur die Zahlen dazu.</translation>
    </message>
    <message>
        <source>Keep bodies from now on</source>
        <translation>Bodys ab jetzt aufbewahren</translation>
    </message>
    <message>
        <source>Prompts and answers are only kept of requests that failed.</source>
        <translation>Prompts und Antworten werden nur von fehlgeschlagenen Anfragen aufbewahrt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The prompt and answer of this request were not kept.</source>
        <translation>Prompt und Antwort dieser Anfrage wurden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The times of a stream&apos;s events are kept together with bodies.</source>
        <translation>Die Zeiten der Ereignisse eines Streams werden zusammen mit den Bodys aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>nexus::RequestTable</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>nexus::SaidItemView</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, not kept. SHA-256 %3</source>
        <translation>%1, %2, nicht aufbewahrt. SHA-256 %3</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Denken</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are under Request or Answer.</source>
        <translation>
            <numerusform>%n weiteres Zeichen steht unter „Anfrage“ oder „Antwort“.</numerusform>
            <numerusform>%n weitere Zeichen stehen unter „Anfrage“ oder „Antwort“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Ergebnis eines Tools</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Ergebnis von %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, no result yet</source>
        <translation>%1, noch kein Ergebnis</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1, %2, in memory until Nexus ends</source>
        <translation>%1, %2, im Speicher bis Nexus endet</translation>
    </message>
</context>
<context>
    <name>nexus::SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe anzeigen</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>nexus::SettingEditor</name>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>nexus::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>Die Änderung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>The changes of the settings are not saved. They are lost when you go on without saving.</source>
        <translation>Die Änderungen der Einstellungen sind nicht gespeichert. Ohne Speichern gehen sie beim Fortfahren verloren.</translation>
    </message>
    <message>
        <source>Saved. A part of it takes effect when Nexus is started again.</source>
        <translation>Gespeichert. Ein Teil wirkt nach dem nächsten Start von Nexus.</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>Gespeichert. Gilt ab der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show the line</source>
        <translation>Zeile anzeigen</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Header rules go below this line, for example: %1</source>
        <translation>Header-Regeln gehören unter diese Zeile, zum Beispiel: %1</translation>
    </message>
    <message>
        <source>%1 is not in the file yet. It goes below this line.</source>
        <translation>%1 steht noch nicht in der Datei. Es gehört unter diese Zeile.</translation>
    </message>
</context>
<context>
    <name>nexus::Sidebar</name>
    <message>
        <source>Fold the side bar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>Live-Protokoll</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>nexus::SnippetCard</name>
    <message>
        <source>Connect with</source>
        <translation>Verbinden mit</translation>
    </message>
    <message>
        <source>Model in the lines</source>
        <translation>Modell in den Zeilen</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>Zeilen zum Kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>nexus::Snippets</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>Dem Zertifikat des Gateways muss vertraut werden. Bei einem eigenen Zertifikat angeben, wo es liegt:</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
</context>
<context>
    <name>nexus::StateLine</name>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>Dient auf %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Paused on %1</source>
        <translation>Pausiert auf %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>Dient nicht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
</context>
<context>
    <name>nexus::StepCard</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>Schritt %1, erledigt: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
</context>
<context>
    <name>nexus::TargetChip</name>
    <message>
        <source>Take %1 out</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>The larger its weight, the more requests it gets.</source>
        <translation>Je größer das Gewicht, desto mehr Anfragen erhält das Ziel.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 Alt and an arrow key move it, Delete takes it out.</source>
        <translation>%1 Alt und eine Pfeiltaste verschieben es, Entf nimmt es heraus.</translation>
    </message>
    <message>
        <source>%1 Last test: %2.</source>
        <translation>%1 Letzter Test: %2.</translation>
    </message>
</context>
<context>
    <name>nexus::TargetRow</name>
    <message>
        <source>Another alias.</source>
        <translation>Ein anderer Alias.</translation>
    </message>
    <message>
        <source>Nothing is known of its provider yet.</source>
        <translation>Über den Anbieter ist noch nichts bekannt.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
</context>
<context>
    <name>nexus::TomlEditor</name>
    <message>
        <source>Text of nexus.toml</source>
        <translation>Text von nexus.toml</translation>
    </message>
</context>
<context>
    <name>nexus::TomlView</name>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Änderungen anzeigen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>Zeilen, die sich ändern</translation>
    </message>
    <message>
        <source>Save the file (Ctrl+S)</source>
        <translation>Datei speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Show the saved file again. Undo brings your text back.</source>
        <translation>Die gespeicherte Datei wieder anzeigen. „Rückgängig“ bringt den eigenen Text zurück.</translation>
    </message>
    <message>
        <source>The save was taken back.</source>
        <translation>Das Speichern wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Saved. The gateway goes on with the last good configuration until the mistake is mended.</source>
        <translation>Gespeichert. Das Gateway arbeitet mit der letzten gültigen Konfiguration weiter, bis der Fehler behoben ist.</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>Gespeichert. Gilt ab der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8 and can only be read here. Save it as UTF-8 with another editor.</source>
        <translation>Die Datei ist kein Text in UTF-8 und kann hier nur gelesen werden. Mit einem anderen Editor als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>There is no file yet. This is what the gateway found without one; saving writes it to %1.</source>
        <translation>Es gibt noch keine Datei. Das hat das Gateway ohne Datei gefunden; Speichern schreibt es nach %1.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Both changes are in the text. Look at it and save.</source>
        <translation>Beide Änderungen sind im Text. Ansehen und speichern.</translation>
    </message>
    <message>
        <source>There is no file yet, and nothing was found to begin it with. What you write here becomes %1.</source>
        <translation>Noch gibt es keine Datei, und nichts wurde gefunden, womit sie beginnen könnte. Was hier geschrieben wird, wird zu %1.</translation>
    </message>
    <message>
        <source>Create the file</source>
        <translation>Datei anlegen</translation>
    </message>
</context>
<context>
    <name>nexus::TranslationView</name>
    <message>
        <source>From the client: %1</source>
        <translation>Vom Client: %1</translation>
    </message>
    <message>
        <source>Sent to %1: %2</source>
        <translation>Gesendet an %1: %2</translation>
    </message>
    <message>
        <source>What became of each field</source>
        <translation>Was aus jedem Feld wurde</translation>
    </message>
</context>
<context>
    <name>nexus::Tray</name>
    <message>
        <source>Last errors</source>
        <translation>Letzte Fehler</translation>
    </message>
    <message>
        <source>Open Nexus</source>
        <translation>Nexus öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Nexus is serving on %1</source>
        <translation>Nexus dient auf %1</translation>
    </message>
    <message>
        <source>Nexus is paused</source>
        <translation>Nexus ist pausiert</translation>
    </message>
    <message>
        <source>Nexus does not serve</source>
        <translation>Nexus dient nicht</translation>
    </message>
    <message>
        <source>Nexus is serving its demo model; add a key to use others</source>
        <translation>Nexus dient mit seinem Demomodell; für andere einen Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message numerus="yes">
        <source>Today: %n request(s), %1</source>
        <translation>
            <numerusform>Heute: %n Anfrage, %1</numerusform>
            <numerusform>Heute: %n Anfragen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No key for %1</source>
        <comment>names of providers</comment>
        <translation>Kein Schlüssel für %1</translation>
    </message>
</context>
<context>
    <name>nexus::TripWatch</name>
    <message>
        <source>The budget %1 is spent</source>
        <translation>Das Budget %1 ist ausgeschöpft</translation>
    </message>
    <message>
        <source>The budget %1 is nearly spent</source>
        <translation>Das Budget %1 ist fast ausgeschöpft</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 fails and is left alone for a while</source>
        <translation>%1 fällt aus und ruht eine Weile</translation>
    </message>
</context>
<context>
    <name>nexus::TryStep</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Say hello in three languages.</source>
        <translation>Sag Hallo in drei Sprachen.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>Die Antwort erscheint hier, während sie geschrieben wird.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Fragt nach den Modellen…</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>Wartet auf das erste Wort…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>%1 answered in %2</source>
        <translation>%1 hat in %2 geantwortet</translation>
    </message>
    <message>
        <source>First token %1 · total %2 · %3 tokens in, %4 out · %5</source>
        <translation>Erstes Token %1 · gesamt %2 · %3 Token ein, %4 aus · %5</translation>
    </message>
    <message>
        <source>Name of a model</source>
        <translation>Name eines Modells</translation>
    </message>
    <message>
        <source>The echo model answers with what you say. This comes back as it is.</source>
        <translation>Das Echo-Modell antwortet mit dem, was man sagt. Dies kommt zurück, wie es ist.</translation>
    </message>
</context>
<context>
    <name>nexus::UsageModel</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token ein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Token aus</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Total p50</source>
        <translation>Dauer p50</translation>
    </message>
    <message>
        <source>Total p95</source>
        <translation>Dauer p95</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>~%1</source>
        <translation>~%1</translation>
    </message>
    <message>
        <source>%1 +</source>
        <translation>%1 +</translation>
    </message>
    <message numerus="yes">
        <source>The price of %n request(s) is not known; they are not in the sum.</source>
        <translation>
            <numerusform>Der Preis von %n Anfrage ist nicht bekannt; sie fehlt in der Summe.</numerusform>
            <numerusform>Der Preis von %n Anfragen ist nicht bekannt; sie fehlen in der Summe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider did not count the tokens of %n request(s); they are estimated.</source>
        <translation>
            <numerusform>Der Anbieter hat die Token von %n Anfrage nicht gezählt; sie sind geschätzt.</numerusform>
            <numerusform>Der Anbieter hat die Token von %n Anfragen nicht gezählt; sie sind geschätzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::UsagePage</name>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Nach Anbieter</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Nach Client</translation>
    </message>
    <message>
        <source>By alias</source>
        <translation>Nach Alias</translation>
    </message>
    <message>
        <source>Height of the bars</source>
        <translation>Höhe der Balken</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Usage by name</source>
        <translation>Verbrauch nach Namen</translation>
    </message>
    <message>
        <source>Press Enter to see the requests of a row</source>
        <translation>Enter zeigt die Anfragen einer Zeile</translation>
    </message>
    <message>
        <source>The history is off, so nothing is counted.</source>
        <translation>Der Verlauf ist aus, daher wird nichts gezählt.</translation>
    </message>
    <message>
        <source>Turn it on in Settings</source>
        <translation>In den Einstellungen einschalten</translation>
    </message>
    <message>
        <source>There were no requests to a model in this time.</source>
        <translation>In dieser Zeit gab es keine Anfragen an ein Modell.</translation>
    </message>
    <message>
        <source>Try a model in the playground</source>
        <translation>Ein Modell im Playground ausprobieren</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Nach %1 gespeichert.</translation>
    </message>
    <message>
        <source>Usage over time</source>
        <translation>Verbrauch im Lauf der Zeit</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
</context>
<context>
    <name>nexus::WelcomePage</name>
    <message>
        <source>Welcome to Nexus</source>
        <translation>Willkommen bei Nexus</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>All of this can be done later on its pages.</source>
        <translation>All das lässt sich später auf den jeweiligen Seiten erledigen.</translation>
    </message>
    <message>
        <source>Three steps, and your programs talk to every model through one address.</source>
        <translation>Drei Schritte, und Programme sprechen über eine Adresse mit jedem Modell.</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>App verbinden</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 wurde hinzugefügt</translation>
    </message>
    <message>
        <source>the demo model, for now</source>
        <translation>vorerst das Demomodell</translation>
    </message>
</context>
</TS>
