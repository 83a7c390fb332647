<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AnswerSchema</name>
    <message>
        <source>A schema is an object in braces.</source>
        <translation>Un schéma est un objet entre accolades.</translation>
    </message>
    <message>
        <source>%1 is no type. There are string, number, integer, boolean, object, array and null.</source>
        <translation>%1 n’est pas un type. Il existe string, number, integer, boolean, object, array et null.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>La liste est vide.</translation>
    </message>
    <message>
        <source>This has to be a list of the values that are allowed.</source>
        <translation>Il faut ici une liste des valeurs autorisées.</translation>
    </message>
    <message>
        <source>This has to be a number.</source>
        <translation>Il faut ici un nombre.</translation>
    </message>
    <message>
        <source>This has to be a number from 0.</source>
        <translation>Il faut ici un nombre à partir de 0.</translation>
    </message>
    <message>
        <source>This has to be a text like #/$defs/name.</source>
        <translation>Il faut ici un texte tel que #/$defs/name.</translation>
    </message>
    <message>
        <source>%1 leads nowhere in this schema.</source>
        <translation>%1 ne mène nulle part dans ce schéma.</translation>
    </message>
    <message>
        <source>This has to be an object of names and their schemas.</source>
        <translation>Il faut ici un objet de noms et de leurs schémas.</translation>
    </message>
    <message>
        <source>This has to be a list of schemas.</source>
        <translation>Il faut ici une liste de schémas.</translation>
    </message>
    <message>
        <source>This has to be a list of names.</source>
        <translation>Il faut ici une liste de noms.</translation>
    </message>
    <message>
        <source>“%1” is required, but it is not among the properties.</source>
        <translation>« %1 » est requis, mais ne figure pas parmi les propriétés.</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>À %1 : %2</translation>
    </message>
    <message>
        <source>This is not JSON. Look at line %1: %2</source>
        <translation>Ce n’est pas du JSON. Voir la ligne %1 : %2</translation>
    </message>
    <message>
        <source>This JSON is nested too deeply. Make it simpler.</source>
        <translation>Ce JSON est trop imbriqué. Simplifiez-le.</translation>
    </message>
    <message>
        <source>Write a JSON schema, or choose another form of answers.</source>
        <translation>Écrivez un schéma JSON ou choisissez une autre forme de réponse.</translation>
    </message>
    <message>
        <source>The schema needs a name of letters, digits, - and _: {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}.</source>
        <translation>Le schéma a besoin d’un nom fait de lettres, de chiffres, de - et de _ : {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}.</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>Impossible d’écrire %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>son dossier ne peut pas être créé</translation>
    </message>
    <message>
        <source>The registry does not let Nexus change what starts at login.</source>
        <translation>Le registre n’autorise pas Nexus à modifier ce qui démarre à l’ouverture de session.</translation>
    </message>
</context>
<context>
    <name>ChatCode</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>Le certificat de la passerelle doit être approuvé. S’il s’agit du vôtre, indiquez où il se trouve&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ChatDraft</name>
    <message>
        <source>Tools are a list. Begin with [ and end with ].</source>
        <translation>Les outils forment une liste. Commencez par [ et terminez par ].</translation>
    </message>
    <message>
        <source>Tool %1 needs a name: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}.</source>
        <translation>L’outil %1 a besoin d’un nom&#xa0;: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Read the configuration again</source>
        <translation>Relire la configuration</translation>
    </message>
    <message>
        <source>Ask providers for their models</source>
        <translation>Demander leurs modèles aux fournisseurs</translation>
    </message>
    <message>
        <source>Edit nexus.toml</source>
        <translation>Modifier nexus.toml</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Show requests that failed</source>
        <translation>Afficher les requêtes en échec</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Ajouter un fournisseur</translation>
    </message>
    <message>
        <source>Add an alias</source>
        <translation>Ajouter un alias</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Ajouter un budget</translation>
    </message>
    <message>
        <source>Save the usage as CSV</source>
        <translation>Enregistrer l’utilisation en CSV</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>Thème : comme le système</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Thème : clair</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Thème : sombre</translation>
    </message>
</context>
<context>
    <name>ConsoleRows</name>
    <message>
        <source>Start at login</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <source>Start Nexus when you log in to this computer.</source>
        <translation>Démarrer Nexus à l’ouverture de session sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Whether the window is light or dark.</source>
        <translation>Fenêtre claire ou sombre.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>In what language the window speaks.</source>
        <translation>Langue de la fenêtre.</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>Démarrer masqué</translation>
    </message>
    <message>
        <source>Begin as an icon in the tray, without a window.</source>
        <translation>Démarrer comme icône dans la zone de notification, sans fenêtre.</translation>
    </message>
    <message>
        <source>Serve at start</source>
        <translation>Servir au démarrage</translation>
    </message>
    <message>
        <source>Answer requests as soon as Nexus is started.</source>
        <translation>Répondre aux requêtes dès le démarrage de Nexus.</translation>
    </message>
    <message>
        <source>Go on without a window</source>
        <translation>Continuer sans fenêtre</translation>
    </message>
    <message>
        <source>Closing the window leaves Nexus serving, with an icon in the tray.</source>
        <translation>Quand la fenêtre est fermée, Nexus reste en service, avec une icône dans la zone de notification.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Tell the desktop when a budget is spent or a provider rests.</source>
        <translation>Avertir sur le bureau quand un budget est épuisé ou qu’un fournisseur est au repos.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>An image or file</source>
        <translation>Une image ou un fichier</translation>
    </message>
    <message>
        <source>The provider shows no text of this.</source>
        <translation>Le fournisseur n’en montre pas le texte.</translation>
    </message>
    <message>
        <source>The prompt cannot be shown as a conversation: %1</source>
        <translation>Impossible d’afficher le prompt sous forme de conversation&#xa0;: %1</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole. What is kept is under Request.</source>
        <translation>Le prompt était trop long pour être conservé en entier. La partie conservée se trouve sous Requête.</translation>
    </message>
    <message>
        <source>The answer was too long to be kept whole. What is kept is under Answer.</source>
        <translation>La réponse était trop longue pour être conservée en entier. La partie conservée se trouve sous Réponse.</translation>
    </message>
    <message>
        <source>The answer is no message of a model. It is under Answer.</source>
        <translation>La réponse n’est pas un message de modèle. Elle se trouve sous Réponse.</translation>
    </message>
</context>
<context>
    <name>KeepAsAlias</name>
    <message>
        <source>There is an alias of this name. Choose another name.</source>
        <translation>Un alias porte déjà ce nom. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Effort de raisonnement</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>Séquences d’arrêt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>Forme des réponses</translation>
    </message>
    <message>
        <source>An alias cannot hold these settings, which stay behind: %1.</source>
        <translation>Un alias ne peut pas contenir ces réglages, qui sont laissés de côté : %1.</translation>
    </message>
</context>
<context>
    <name>ModelNames</name>
    <message>
        <source>Azure does not tell which deployments there are. Type the name of one.</source>
        <translation>Azure ne dit pas quels déploiements existent. Saisissez le nom de l’un d’eux.</translation>
    </message>
    <message>
        <source>Without a key it does not tell which models it has. Type the name of one.</source>
        <translation>Sans clé, il ne dit pas quels modèles il propose. Saisissez le nom de l’un d’eux.</translation>
    </message>
    <message>
        <source>Its models cannot be listed, type the name of one. %1</source>
        <comment>and the error</comment>
        <translation>Ses modèles ne peuvent pas être listés, saisissez le nom de l’un d’eux. %1</translation>
    </message>
    <message>
        <source>It lists no models. Type the name of one.</source>
        <translation>Il ne liste aucun modèle. Saisissez le nom de l’un d’eux.</translation>
    </message>
</context>
<context>
    <name>RequestCells</name>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 en entrée, %2 en sortie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Model → target</source>
        <translation>Modèle → cible</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>1er token</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>ID de requête</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt en cours</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Flux en cours</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Réponse en cours</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>%1 en cache</translation>
    </message>
    <message>
        <source>Refused %1</source>
        <translation>Refusée %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Échec %1</translation>
    </message>
    <message>
        <source>Client left</source>
        <translation>Client parti</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>The provider has not answered yet.</source>
        <translation>Le fournisseur n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>The answer is being written.</source>
        <translation>La réponse est en cours d’écriture.</translation>
    </message>
    <message>
        <source>Answered from the cache, without a provider.</source>
        <translation>Réponse tirée du cache, sans fournisseur.</translation>
    </message>
    <message>
        <source>The client got the provider&apos;s error with status %1.</source>
        <translation>Le client a reçu l’erreur du fournisseur avec le statut %1.</translation>
    </message>
    <message>
        <source>The client got the whole answer.</source>
        <translation>Le client a reçu la réponse entière.</translation>
    </message>
    <message>
        <source>Nexus refused it with status %1. No provider was asked.</source>
        <translation>Nexus l’a refusée avec le statut %1. Aucun fournisseur n’a été interrogé.</translation>
    </message>
    <message>
        <source>No provider could answer. The client got status %1.</source>
        <translation>Aucun fournisseur n’a pu répondre. Le client a reçu le statut %1.</translation>
    </message>
    <message>
        <source>The client closed the connection before the answer was complete.</source>
        <translation>Le client a fermé la connexion avant la fin de la réponse.</translation>
    </message>
    <message>
        <source>It was stopped here before the answer was complete.</source>
        <translation>Elle a été arrêtée ici avant la fin de la réponse.</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Trouvée</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagée</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Absente</translation>
    </message>
    <message>
        <source>Bypassed</source>
        <translation>Contourné</translation>
    </message>
</context>
<context>
    <name>RequestCode</name>
    <message>
        <source>The prompt of this request was not kept.</source>
        <translation>Le prompt de cette requête n’a pas été conservé.</translation>
    </message>
    <message>
        <source>The images and files of this prompt were not kept, so that it cannot be sent again.</source>
        <translation>Les images et fichiers de ce prompt n’ont pas été conservés&#xa0;; il ne peut donc pas être renvoyé.</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole, so that it cannot be sent again.</source>
        <translation>Le prompt était trop long pour être conservé en entier&#xa0;; il ne peut donc pas être renvoyé.</translation>
    </message>
</context>
<context>
    <name>RequestExport</name>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>Impossible d’écrire le fichier&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>RequestFacts</name>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Input from the provider&apos;s cache</source>
        <translation>Entrée lue dans le cache du fournisseur</translation>
    </message>
    <message>
        <source>Input into the provider&apos;s cache</source>
        <translation>Entrée écrite dans le cache du fournisseur</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Raisonnement</translation>
    </message>
    <message>
        <source>Price of %1 from %2.</source>
        <translation>Prix de %1 selon %2.</translation>
    </message>
    <message>
        <source>Price of %1 from %2, as of %3.</source>
        <translation>Prix de %1 selon %2, au %3.</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 après %2</translation>
    </message>
    <message>
        <source>no answer after %1</source>
        <translation>sans réponse après %1</translation>
    </message>
    <message>
        <source>The cost is known when the answer is complete.</source>
        <translation>Le coût sera connu quand la réponse sera complète.</translation>
    </message>
    <message>
        <source>The answer came from the cache, so that it cost nothing.</source>
        <translation>La réponse vient du cache&#xa0;; elle n’a donc rien coûté.</translation>
    </message>
    <message>
        <source>No provider was asked, so that it cost nothing.</source>
        <translation>Aucun fournisseur n’a été interrogé&#xa0;; elle n’a donc rien coûté.</translation>
    </message>
    <message>
        <source>The provider did not say how many tokens it used, so that the cost is not known.</source>
        <translation>Le fournisseur n’a pas indiqué le nombre de tokens utilisés&#xa0;; le coût n’est donc pas connu.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>The provider did not count; tokens are estimated.</source>
        <translation>Le fournisseur n’a pas compté&#xa0;; les tokens sont estimés.</translation>
    </message>
    <message>
        <source>No provider was asked, so that nothing was translated.</source>
        <translation>Aucun fournisseur n’a été interrogé&#xa0;; rien n’a donc été traduit.</translation>
    </message>
    <message>
        <source>The client spoke %1. The provider is not in the configuration any more.</source>
        <translation>Le client parlait %1. Le fournisseur n’est plus dans la configuration.</translation>
    </message>
    <message>
        <source>The client spoke %1, the provider %2. Request and answer were translated.</source>
        <translation>Le client parlait %1, le fournisseur %2. La requête et la réponse ont été traduites.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>asked for as %1</source>
        <translation>demandé sous le nom %1</translation>
    </message>
    <message>
        <source>The provider has nothing like it.</source>
        <translation>Le fournisseur n’a pas d’équivalent.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agent utilisateur</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>ID de requête</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Answered here</source>
        <translation>Réponse donnée ici</translation>
    </message>
    <message>
        <source>Before a provider was asked</source>
        <translation>Avant d’interroger un fournisseur</translation>
    </message>
    <message>
        <source>Attempts that failed</source>
        <translation>Tentatives en échec</translation>
    </message>
    <message>
        <source>Waiting for the provider</source>
        <translation>Attente du fournisseur</translation>
    </message>
    <message>
        <source>Streaming the answer</source>
        <translation>Flux de la réponse</translation>
    </message>
    <message>
        <source>Sending the answer</source>
        <translation>Envoi de la réponse</translation>
    </message>
    <message>
        <source>Client and provider both speak %1, so that nothing had to be translated.</source>
        <translation>Le client et le fournisseur parlent tous deux %1 ; rien n’était à traduire.</translation>
    </message>
    <message>
        <source>The two requests cannot be compared field by field: one is cut, or no JSON.</source>
        <translation>Les deux requêtes ne peuvent pas être comparées champ par champ : l’une est tronquée ou n’est pas du JSON.</translation>
    </message>
    <message>
        <source>The provider got the request byte for byte as the client sent it.</source>
        <translation>Le fournisseur a reçu la requête octet pour octet telle que le client l’a envoyée.</translation>
    </message>
    <message>
        <source>What was sent to the provider was not kept, so that only fields are known that the gateway dropped. It is kept together with bodies.</source>
        <translation>Ce qui a été envoyé au fournisseur n’a pas été conservé ; seuls les champs omis par la passerelle sont connus. C’est conservé avec les corps.</translation>
    </message>
    <message>
        <source>The address says it, or the gateway sees to it.</source>
        <translation>L’adresse l’indique, ou la passerelle s’en charge.</translation>
    </message>
    <message>
        <source>The gateway set it, not the client.</source>
        <translation>La passerelle l’a défini, pas le client.</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>omis</translation>
    </message>
    <message>
        <source>renamed to %1</source>
        <translation>renommé en %1</translation>
    </message>
    <message>
        <source>renamed from %1</source>
        <translation>renommé depuis %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>not in the body</source>
        <translation>pas dans le corps</translation>
    </message>
    <message>
        <source>defaulted</source>
        <translation>valeur par défaut</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>Keys and cookies in headers are not kept; the last letters of a key say which it was.</source>
        <translation>Les clés et cookies des en-têtes ne sont pas conservés ; les derniers caractères d’une clé disent laquelle c’était.</translation>
    </message>
    <message>
        <source>Headers are kept together with bodies. This is what is known of the request:</source>
        <translation>Les en-têtes sont conservés avec les corps. Voici ce que l’on sait de la requête :</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>En-têtes de la requête</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>En-têtes de la réponse</translation>
    </message>
    <message>
        <source>There is no price for this model. Give it one on the page of models.</source>
        <translation>Ce modèle n’a pas de prix. Indiquez-en un sur la page des modèles.</translation>
    </message>
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
            <numerusform>%1 token × %2 par million</numerusform>
            <numerusform>%1 tokens × %2 par million</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s), part of the output</source>
        <translation>
            <numerusform>%1 token, inclus dans la sortie</numerusform>
            <numerusform>%1 tokens, inclus dans la sortie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Allowed hosts</source>
        <translation>Hôtes autorisés</translation>
    </message>
    <message>
        <source>Names under which clients may reach the gateway, beside this machine; * lets all in.</source>
        <translation>Noms sous lesquels les clients peuvent joindre la passerelle, outre cette machine&#xa0;; * les admet tous.</translation>
    </message>
    <message>
        <source>Protection from foreign pages</source>
        <translation>Protection contre les pages étrangères</translation>
    </message>
    <message>
        <source>Requests must carry the header below, which a foreign web page cannot send.</source>
        <translation>Les requêtes doivent porter l’en-tête ci-dessous, qu’une page web étrangère ne peut pas envoyer.</translation>
    </message>
    <message>
        <source>Header of the protection</source>
        <translation>En-tête de la protection</translation>
    </message>
    <message>
        <source>Any value of this header will do.</source>
        <translation>Toute valeur de cet en-tête convient.</translation>
    </message>
    <message>
        <source>Allowed origins</source>
        <translation>Origines autorisées</translation>
    </message>
    <message>
        <source>Web pages that may ask, such as https://app.example.com; * stands for all.</source>
        <translation>Pages web pouvant envoyer des requêtes, par exemple https://app.example.com&#xa0;; * les désigne toutes.</translation>
    </message>
    <message>
        <source>Allowed methods</source>
        <translation>Méthodes autorisées</translation>
    </message>
    <message>
        <source>What those pages may send, such as GET, POST.</source>
        <translation>Ce que ces pages peuvent envoyer, par exemple GET, POST.</translation>
    </message>
    <message>
        <source>Allowed headers</source>
        <translation>En-têtes autorisés</translation>
    </message>
    <message>
        <source>Headers that those pages may send.</source>
        <translation>En-têtes que ces pages peuvent envoyer.</translation>
    </message>
    <message>
        <source>Exposed headers</source>
        <translation>En-têtes exposés</translation>
    </message>
    <message>
        <source>Headers of answers that those pages may read.</source>
        <translation>En-têtes de réponse que ces pages peuvent lire.</translation>
    </message>
    <message>
        <source>Memory of browsers</source>
        <translation>Mémoire des navigateurs</translation>
    </message>
    <message>
        <source>How long a browser may remember these rules: seconds, or a duration such as 1h.</source>
        <translation>Combien de temps un navigateur peut retenir ces règles&#xa0;: des secondes, ou une durée comme 1h.</translation>
    </message>
    <message>
        <source>Credentials of pages</source>
        <translation>Identifiants des pages</translation>
    </message>
    <message>
        <source>Whether pages may send cookies and the like; cannot be combined with *.</source>
        <translation>Si les pages peuvent envoyer des cookies et similaires&#xa0;; incompatible avec *.</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>Réseau privé</translation>
    </message>
    <message>
        <source>Whether public pages may reach a private address.</source>
        <translation>Si des pages publiques peuvent joindre une adresse privée.</translation>
    </message>
    <message>
        <source>Key set for tokens</source>
        <translation>Jeu de clés pour les tokens</translation>
    </message>
    <message>
        <source>Address of the key set (JWKS); with it every request needs a token.</source>
        <translation>Adresse du jeu de clés (JWKS)&#xa0;; s’il est défini, chaque requête a besoin d’un token.</translation>
    </message>
    <message>
        <source>Renewal of the key set</source>
        <translation>Renouvellement du jeu de clés</translation>
    </message>
    <message>
        <source>How often the key set is fetched again; without it only when a key is missing.</source>
        <translation>À quelle fréquence le jeu de clés est récupéré&#xa0;; sinon, seulement quand une clé manque.</translation>
    </message>
    <message>
        <source>Expected issuer</source>
        <translation>Émetteur attendu</translation>
    </message>
    <message>
        <source>What a token must say, letter for letter; anything without it.</source>
        <translation>Ce que le token doit indiquer, à la lettre près&#xa0;; sans valeur, tout est accepté.</translation>
    </message>
    <message>
        <source>Expected audience</source>
        <translation>Audience attendue</translation>
    </message>
    <message>
        <source>Address of this gateway</source>
        <translation>Adresse de cette passerelle</translation>
    </message>
    <message>
        <source>How the page for clients with tokens calls the gateway; required with a key set.</source>
        <translation>Comment la page pour les clients avec token nomme la passerelle&#xa0;; obligatoire avec un jeu de clés.</translation>
    </message>
    <message>
        <source>Authorization servers</source>
        <translation>Serveurs d’autorisation</translation>
    </message>
    <message>
        <source>Addresses where clients get tokens; at least one with a key set.</source>
        <translation>Adresses où les clients obtiennent des tokens&#xa0;; au moins une avec un jeu de clés.</translation>
    </message>
    <message>
        <source>Identify clients</source>
        <translation>Identifier les clients</translation>
    </message>
    <message>
        <source>Every request must say who it is from.</source>
        <translation>Chaque requête doit indiquer de qui elle vient.</translation>
    </message>
    <message>
        <source>Client from a token</source>
        <translation>Client d’après un token</translation>
    </message>
    <message>
        <source>The claim that holds the name of the client; a dotted path.</source>
        <translation>La claim qui contient le nom du client&#xa0;; un chemin pointé.</translation>
    </message>
    <message>
        <source>Client from a header</source>
        <translation>Client d’après un en-tête</translation>
    </message>
    <message>
        <source>The header that holds the name of the client, in place of a claim.</source>
        <translation>L’en-tête qui contient le nom du client, à la place d’une claim.</translation>
    </message>
    <message>
        <source>Group from a token</source>
        <translation>Groupe d’après un token</translation>
    </message>
    <message>
        <source>The claim that holds the group of the client; a dotted path.</source>
        <translation>La claim qui contient le groupe du client&#xa0;; un chemin pointé.</translation>
    </message>
    <message>
        <source>Group from a header</source>
        <translation>Groupe d’après un en-tête</translation>
    </message>
    <message>
        <source>The header that holds the group of the client, in place of a claim.</source>
        <translation>L’en-tête qui contient le groupe du client, à la place d’une claim.</translation>
    </message>
    <message>
        <source>Known groups</source>
        <translation>Groupes connus</translation>
    </message>
    <message>
        <source>The groups there are.</source>
        <translation>Les groupes existants.</translation>
    </message>
    <message>
        <source>Believe X-Real-IP</source>
        <translation>Se fier à X-Real-IP</translation>
    </message>
    <message>
        <source>Take the address of a client from this header of a proxy in front.</source>
        <translation>Reprendre l’adresse d’un client de cet en-tête d’un proxy placé en amont.</translation>
    </message>
    <message>
        <source>Trusted hops</source>
        <translation>Sauts de confiance</translation>
    </message>
    <message>
        <source>Which entry of X-Forwarded-For is believed, counted from the right, from 0.</source>
        <translation>Quelle entrée de X-Forwarded-For fait foi, comptée depuis la droite, à partir de 0.</translation>
    </message>
    <message>
        <source>hops</source>
        <translation>sauts</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>Conserver un historique</translation>
    </message>
    <message>
        <source>Whether requests are remembered on this machine.</source>
        <translation>Si les requêtes sont mémorisées sur cette machine.</translation>
    </message>
    <message>
        <source>Length of the history</source>
        <translation>Durée de l’historique</translation>
    </message>
    <message>
        <source>Older requests are forgotten.</source>
        <translation>Les requêtes plus anciennes sont oubliées.</translation>
    </message>
    <message>
        <source>Keep prompts and answers</source>
        <translation>Conserver les prompts et les réponses</translation>
    </message>
    <message>
        <source>Not at all, of requests that failed, or of all; they stay on this machine.</source>
        <translation>Jamais, pour les requêtes en échec, ou toujours&#xa0;; ils restent sur cette machine.</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>Texte le plus long</translation>
    </message>
    <message>
        <source>Of each prompt and answer; what is longer is cut.</source>
        <translation>Pour chaque prompt et chaque réponse&#xa0;; ce qui dépasse est coupé.</translation>
    </message>
    <message>
        <source>Size of the history</source>
        <translation>Taille de l’historique</translation>
    </message>
    <message>
        <source>When it is larger, prompts and answers go first.</source>
        <translation>S’il est plus grand, les prompts et les réponses sont supprimés en premier.</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Prix personnels</translation>
    </message>
    <message>
        <source>A file of prices, in the form of LiteLLM, that wins over the built-in ones.</source>
        <translation>Un fichier de prix, au format LiteLLM, qui l’emporte sur les prix intégrés.</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>Nom du service</translation>
    </message>
    <message>
        <source>What collectors call this gateway.</source>
        <translation>Nom que les collecteurs donnent à cette passerelle.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Whether traces and metrics go to a collector.</source>
        <translation>Si les traces et les métriques sont envoyées à un collecteur.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Only http is spoken; with grpc nothing is exported.</source>
        <translation>Seul http est pris en charge&#xa0;; avec grpc, rien n’est exporté.</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Collecteur</translation>
    </message>
    <message>
        <source>Its address; /v1/traces and /v1/metrics are added.</source>
        <translation>Son adresse&#xa0;; /v1/traces et /v1/metrics y sont ajoutés.</translation>
    </message>
    <message>
        <source>Time for an export</source>
        <translation>Durée d’un export</translation>
    </message>
    <message>
        <source>How long one export may take.</source>
        <translation>Combien de temps un export peut durer.</translation>
    </message>
    <message>
        <source>Pause between exports</source>
        <translation>Pause entre les exports</translation>
    </message>
    <message>
        <source>How long spans are gathered.</source>
        <translation>Combien de temps les spans sont rassemblés.</translation>
    </message>
    <message>
        <source>Spans that wait</source>
        <translation>Spans en attente</translation>
    </message>
    <message>
        <source>What finds no room is lost.</source>
        <translation>Ce qui ne trouve pas de place est perdu.</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>Spans in one export</source>
        <translation>Spans par export</translation>
    </message>
    <message>
        <source>How many are sent together.</source>
        <translation>Combien sont envoyés ensemble.</translation>
    </message>
    <message>
        <source>Share of traces</source>
        <translation>Part des traces</translation>
    </message>
    <message>
        <source>From 0 for none to 1 for all.</source>
        <translation>De 0 pour aucune à 1 pour toutes.</translation>
    </message>
    <message>
        <source>Follow the caller</source>
        <translation>Suivre l’appelant</translation>
    </message>
    <message>
        <source>Whether a trace that a client began is exported when the client says so.</source>
        <translation>Si une trace commencée par un client est exportée quand le client le demande.</translation>
    </message>
    <message>
        <source>Attributes of a span</source>
        <translation>Attributs d’un span</translation>
    </message>
    <message>
        <source>How many a span carries at most.</source>
        <translation>Combien un span en porte au maximum.</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>attributs</translation>
    </message>
    <message>
        <source>Listen address</source>
        <translation>Adresse d’écoute</translation>
    </message>
    <message>
        <source>Where clients connect; :8000 is this machine only, 0.0.0.0:8000 everybody who reaches it.</source>
        <translation>Où les clients se connectent&#xa0;; :8000 pour cette machine seulement, 0.0.0.0:8000 pour tous ceux qui peuvent la joindre.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>Threads that serve requests: auto, or 1 to 256.</source>
        <translation>Threads qui traitent les requêtes&#xa0;: auto, ou de 1 à 256.</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Connexions max.</translation>
    </message>
    <message>
        <source>A further connection is turned away with 503.</source>
        <translation>Toute connexion supplémentaire est rejetée avec 503.</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>connexions</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>Requête la plus grande</translation>
    </message>
    <message>
        <source>A larger request body is refused with 413.</source>
        <translation>Un corps de requête plus grand est refusé avec 413.</translation>
    </message>
    <message>
        <source>Time to finish</source>
        <translation>Délai pour terminer</translation>
    </message>
    <message>
        <source>How long running requests may go on when Nexus is told to stop.</source>
        <translation>Combien de temps les requêtes en cours peuvent continuer quand Nexus doit s’arrêter.</translation>
    </message>
    <message>
        <source>Serve models</source>
        <translation>Servir les modèles</translation>
    </message>
    <message>
        <source>Whether requests for models are answered at all.</source>
        <translation>Si les requêtes de modèles reçoivent une réponse.</translation>
    </message>
    <message>
        <source>Keep-alive of streams</source>
        <translation>Keep-alive des flux</translation>
    </message>
    <message>
        <source>A silent stream gets a comment this often, so that nothing on the way closes it; off sends none.</source>
        <translation>Un flux silencieux reçoit un commentaire à cet intervalle, pour que rien ne le ferme en chemin&#xa0;; off n’en envoie aucun.</translation>
    </message>
    <message>
        <source>OpenAI&apos;s API</source>
        <translation>API d’OpenAI</translation>
    </message>
    <message>
        <source>Serve clients that speak to OpenAI.</source>
        <translation>Servir les clients qui parlent à OpenAI.</translation>
    </message>
    <message>
        <source>Path of OpenAI&apos;s API</source>
        <translation>Chemin de l’API d’OpenAI</translation>
    </message>
    <message>
        <source>Where it is served, followed by /v1.</source>
        <translation>Où elle est servie, suivi de /v1.</translation>
    </message>
    <message>
        <source>Anthropic&apos;s API</source>
        <translation>API d’Anthropic</translation>
    </message>
    <message>
        <source>Serve clients that speak to Anthropic.</source>
        <translation>Servir les clients qui parlent à Anthropic.</translation>
    </message>
    <message>
        <source>Path of Anthropic&apos;s API</source>
        <translation>Chemin de l’API d’Anthropic</translation>
    </message>
    <message>
        <source>Anthropic proxy</source>
        <translation>Proxy Anthropic</translation>
    </message>
    <message>
        <source>Hand everything below its path to Anthropic unchanged, with the client&apos;s own key.</source>
        <translation>Transmettre à Anthropic tout ce qui est sous son chemin, sans modification, avec la clé du client.</translation>
    </message>
    <message>
        <source>Path of the proxy</source>
        <translation>Chemin du proxy</translation>
    </message>
    <message>
        <source>Address behind the proxy</source>
        <translation>Adresse derrière le proxy</translation>
    </message>
    <message>
        <source>Where the proxy leads, without /v1.</source>
        <translation>Où mène le proxy, sans /v1.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>PEM file with the chain of certificates; with it and its key the gateway speaks HTTPS.</source>
        <translation>Fichier PEM avec la chaîne de certificats&#xa0;; avec lui et sa clé, la passerelle parle HTTPS.</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>Clé du certificat</translation>
    </message>
    <message>
        <source>PEM file with the key, without a passphrase.</source>
        <translation>Fichier PEM avec la clé, sans phrase secrète.</translation>
    </message>
    <message>
        <source>Health page</source>
        <translation>Page de santé</translation>
    </message>
    <message>
        <source>Whether the page that tells the state of the gateway is served.</source>
        <translation>Si la page qui indique l’état de la passerelle est servie.</translation>
    </message>
    <message>
        <source>Path of the health page</source>
        <translation>Chemin de la page de santé</translation>
    </message>
    <message>
        <source>Where it is served.</source>
        <translation>Où elle est servie.</translation>
    </message>
    <message>
        <source>Own address of the health page</source>
        <translation>Adresse propre de la page de santé</translation>
    </message>
    <message>
        <source>An address of its own, such as 127.0.0.1:9000; the page is then only there.</source>
        <translation>Une adresse à elle, par exemple 127.0.0.1:9000&#xa0;; la page n’est alors que là.</translation>
    </message>
    <message>
        <source>Write a whole number, such as 100.</source>
        <translation>Saisissez un nombre entier, par exemple 100.</translation>
    </message>
    <message>
        <source>Write a number, such as 0.5.</source>
        <translation>Saisissez un nombre, par exemple 0.5.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Retries and timeouts</source>
        <translation>Nouvelles tentatives et délais</translation>
    </message>
    <message>
        <source>Ledger and privacy</source>
        <translation>Historique et confidentialité</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Télémétrie</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Limit requests</source>
        <translation>Limiter les requêtes</translation>
    </message>
    <message>
        <source>Whether the limits below hold.</source>
        <translation>Si les limites ci-dessous s’appliquent.</translation>
    </message>
    <message>
        <source>Requests of all</source>
        <translation>Requêtes de tous</translation>
    </message>
    <message>
        <source>How many requests all clients together may send; 0 blocks.</source>
        <translation>Combien de requêtes tous les clients ensemble peuvent envoyer&#xa0;; 0 bloque.</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requêtes</translation>
    </message>
    <message>
        <source>Time for all</source>
        <translation>Période pour tous</translation>
    </message>
    <message>
        <source>The sliding window in which they are counted.</source>
        <translation>La fenêtre glissante dans laquelle elles sont comptées.</translation>
    </message>
    <message>
        <source>Requests of an address</source>
        <translation>Requêtes par adresse</translation>
    </message>
    <message>
        <source>How many requests each address may send; 0 blocks.</source>
        <translation>Combien de requêtes chaque adresse peut envoyer&#xa0;; 0 bloque.</translation>
    </message>
    <message>
        <source>Time for an address</source>
        <translation>Période par adresse</translation>
    </message>
    <message>
        <source>Where counts are kept</source>
        <translation>Où les compteurs sont conservés</translation>
    </message>
    <message>
        <source>In memory, or in Redis to share them between machines.</source>
        <translation>En mémoire, ou dans Redis pour les partager entre machines.</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Adresse de Redis</translation>
    </message>
    <message>
        <source>Such as redis://10.0.0.5:6379; keep a password in the environment: {{ env.NAME }}.</source>
        <translation>Par exemple redis://10.0.0.5:6379&#xa0;; gardez un mot de passe dans l’environnement&#xa0;: {{ env.NAME }}.</translation>
    </message>
    <message>
        <source>Prefix in Redis</source>
        <translation>Préfixe dans Redis</translation>
    </message>
    <message>
        <source>What the names of counts begin with.</source>
        <translation>Par quoi commencent les noms des compteurs.</translation>
    </message>
    <message>
        <source>While Redis is lost</source>
        <translation>Quand Redis est injoignable</translation>
    </message>
    <message>
        <source>Let requests pass uncounted, or refuse them with 503.</source>
        <translation>Laisser passer les requêtes sans les compter, ou les refuser avec 503.</translation>
    </message>
    <message>
        <source>Answer of Redis</source>
        <translation>Réponse de Redis</translation>
    </message>
    <message>
        <source>How long an answer may take.</source>
        <translation>Combien de temps une réponse peut prendre.</translation>
    </message>
    <message>
        <source>Connection to Redis</source>
        <translation>Connexion à Redis</translation>
    </message>
    <message>
        <source>How long connecting may take.</source>
        <translation>Combien de temps la connexion peut prendre.</translation>
    </message>
    <message>
        <source>Most connections to Redis</source>
        <translation>Connexions max. à Redis</translation>
    </message>
    <message>
        <source>How many connections are held at once.</source>
        <translation>Combien de connexions sont ouvertes à la fois.</translation>
    </message>
    <message>
        <source>Idle connections to Redis</source>
        <translation>Connexions inactives à Redis</translation>
    </message>
    <message>
        <source>How many are kept ready.</source>
        <translation>Combien sont gardées prêtes.</translation>
    </message>
    <message>
        <source>Making of a connection</source>
        <translation>Création d’une connexion</translation>
    </message>
    <message>
        <source>How long it may take until one is made.</source>
        <translation>Combien de temps peut prendre sa création.</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>Attente d’une connexion</translation>
    </message>
    <message>
        <source>How long a request waits for a free one.</source>
        <translation>Combien de temps une requête en attend une libre.</translation>
    </message>
    <message>
        <source>Renewal of connections</source>
        <translation>Renouvellement des connexions</translation>
    </message>
    <message>
        <source>An idle connection is closed after this time.</source>
        <translation>Une connexion inactive est fermée après ce délai.</translation>
    </message>
    <message>
        <source>Encrypt Redis</source>
        <translation>Chiffrer Redis</translation>
    </message>
    <message>
        <source>Whether the connection to Redis is encrypted.</source>
        <translation>Si la connexion à Redis est chiffrée.</translation>
    </message>
    <message>
        <source>Any certificate of Redis</source>
        <translation>Tout certificat de Redis</translation>
    </message>
    <message>
        <source>Accept a certificate that nobody vouches for.</source>
        <translation>Accepter un certificat dont personne ne se porte garant.</translation>
    </message>
    <message>
        <source>Authority for Redis</source>
        <translation>Autorité pour Redis</translation>
    </message>
    <message>
        <source>PEM file of an authority that is trusted.</source>
        <translation>Fichier PEM d’une autorité de confiance.</translation>
    </message>
    <message>
        <source>Certificate for Redis</source>
        <translation>Certificat pour Redis</translation>
    </message>
    <message>
        <source>PEM file that the gateway shows, together with its key.</source>
        <translation>Fichier PEM que la passerelle présente, avec sa clé.</translation>
    </message>
    <message>
        <source>Key for Redis</source>
        <translation>Clé pour Redis</translation>
    </message>
    <message>
        <source>PEM file with the key of that certificate.</source>
        <translation>Fichier PEM avec la clé de ce certificat.</translation>
    </message>
    <message>
        <source>Answer from memory</source>
        <translation>Répondre de mémoire</translation>
    </message>
    <message>
        <source>A request that equals an earlier one gets its answer, and equal ones at once share a call.</source>
        <translation>Une requête identique à une précédente reçoit la même réponse, et des requêtes identiques simultanées partagent un appel.</translation>
    </message>
    <message>
        <source>Age of answers</source>
        <translation>Âge des réponses</translation>
    </message>
    <message>
        <source>How long an answer is kept.</source>
        <translation>Combien de temps une réponse est conservée.</translation>
    </message>
    <message>
        <source>Most answers</source>
        <translation>Réponses max.</translation>
    </message>
    <message>
        <source>How many answers are kept.</source>
        <translation>Combien de réponses sont conservées.</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>réponses</translation>
    </message>
    <message>
        <source>Memory for answers</source>
        <translation>Mémoire pour les réponses</translation>
    </message>
    <message>
        <source>How large they may be together.</source>
        <translation>Taille maximale de l’ensemble.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>How often a request is tried at a provider, the first time included.</source>
        <translation>Combien de fois une requête est tentée chez un fournisseur, la première comprise.</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>tentatives</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Première pause</translation>
    </message>
    <message>
        <source>The pause before the second attempt; it doubles each time.</source>
        <translation>La pause avant la deuxième tentative&#xa0;; elle double à chaque fois.</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Pause la plus longue</translation>
    </message>
    <message>
        <source>No pause is longer, also when a provider asks for it.</source>
        <translation>Aucune pause n’est plus longue, même si un fournisseur le demande.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>How long it may take until the request is sent; off waits for ever.</source>
        <translation>Combien de temps peut passer jusqu’à l’envoi de la requête&#xa0;; off attend indéfiniment.</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Premier octet</translation>
    </message>
    <message>
        <source>From there to the head of the answer; off waits for ever.</source>
        <translation>De là jusqu’au début de la réponse&#xa0;; off attend indéfiniment.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>The longest silence inside an answer; off waits for ever.</source>
        <translation>Le plus long silence au sein d’une réponse&#xa0;; off attend indéfiniment.</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>Appel entier</translation>
    </message>
    <message>
        <source>All attempts together; off has no limit.</source>
        <translation>Toutes les tentatives ensemble&#xa0;; off&#xa0;: sans limite.</translation>
    </message>
    <message>
        <source>Failures until a provider rests</source>
        <translation>Échecs avant la mise au repos</translation>
    </message>
    <message>
        <source>So many failures in the window, and its requests go elsewhere.</source>
        <translation>Après autant d’échecs dans la fenêtre, les requêtes du fournisseur vont ailleurs.</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>échecs</translation>
    </message>
    <message>
        <source>Window of failures</source>
        <translation>Fenêtre des échecs</translation>
    </message>
    <message>
        <source>The time in which failures are counted.</source>
        <translation>La période dans laquelle les échecs sont comptés.</translation>
    </message>
    <message>
        <source>Rest of a provider</source>
        <translation>Repos d’un fournisseur</translation>
    </message>
    <message>
        <source>How long it rests before one request finds out whether it is well.</source>
        <translation>Combien de temps il est au repos avant qu’une requête vérifie s’il est rétabli.</translation>
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
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>il y a %n seconde</numerusform>
            <numerusform>il y a %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a %n minute</numerusform>
            <numerusform>il y a %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sans nom</translation>
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
        <translation>Faible</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevé</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Effort de raisonnement</translation>
    </message>
    <message>
        <source>Stop sequences, one a line</source>
        <translation>Séquences d’arrêt, une par ligne</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>Forme des réponses</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>Schéma JSON</translation>
    </message>
    <message>
        <source>Reasoning effort, stop sequences, seed and form of answers</source>
        <translation>Effort de raisonnement, séquences d’arrêt, graine et forme des réponses</translation>
    </message>
    <message>
        <source>How long a model thinks before it answers. Not all models take it.</source>
        <translation>Combien de temps un modèle réfléchit avant de répondre. Tous les modèles ne l’acceptent pas.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>An answer ends before the first of them. Write \n for a line break.</source>
        <translation>Une réponse se termine avant la première d’entre elles. Écrivez \n pour un saut de ligne.</translation>
    </message>
    <message>
        <source>With the same seed, models that take it answer the same where they can.</source>
        <translation>Avec la même graine, les modèles qui l’acceptent répondent si possible la même chose.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>Objet JSON</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>JSON selon un schéma</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message numerus="yes">
        <source>Advanced, %n set</source>
        <translation>
            <numerusform>Avancé, %n défini</numerusform>
            <numerusform>Avancé, %n définis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AliasCard</name>
    <message>
        <source>temperature %1</source>
        <translation>température %1</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>%1 tokens au maximum</translation>
    </message>
    <message>
        <source>a system text</source>
        <translation>un texte système</translation>
    </message>
    <message>
        <source>Change name, targets and defaults</source>
        <translation>Modifier le nom, les cibles et les valeurs par défaut</translation>
    </message>
    <message>
        <source>Try it in the playground</source>
        <translation>Essayer dans le playground</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>Afficher ses requêtes</translation>
    </message>
    <message>
        <source>Remove this alias</source>
        <translation>Supprimer cet alias</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Lignes qui changent dans nexus.toml</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>Stratégie&#xa0;: %1</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Nouvel alias</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>Add at least one target.</source>
        <translation>Ajoutez au moins une cible.</translation>
    </message>
    <message>
        <source>There is an alias %1 already. Choose another name.</source>
        <translation>Il existe déjà un alias %1. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused.</source>
        <translation>Les requêtes pour %1 seront refusées.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2. These lose a target: %3.</source>
        <translation>Les requêtes pour %1 seront refusées. Alias supprimés aussi&#xa0;: %2. Alias qui perdent une cible&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2.</source>
        <translation>Les requêtes pour %1 seront refusées. Alias supprimés aussi&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases lose a target: %2.</source>
        <translation>Les requêtes pour %1 seront refusées. Alias qui perdent une cible&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it, then test again.</source>
        <translation>Nexus est actuellement à l’arrêt. Démarrez-le, puis testez à nouveau.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>It answered.</source>
        <translation>Il a répondu.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Sends one tiny request through each target.</source>
        <translation>Envoie une toute petite requête à chaque cible.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Clients need a token, and the test has none. Try the alias in the playground, which can send one.</source>
        <translation>Les clients doivent présenter un token, et le test n’en a pas. Essayez l’alias dans le playground, qui peut en envoyer un.</translation>
    </message>
    <message>
        <source>Others have removed the alias %1 from the file. Saving adds it again.</source>
        <translation>L’alias %1 a été retiré du fichier ailleurs. L’enregistrement l’ajoute à nouveau.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Stratégie</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Tokens max. d’une réponse</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>Texte système</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Cibles</translation>
    </message>
</context>
<context>
    <name>nexus::AliasEntry</name>
    <message>
        <source>In order</source>
        <translation>Dans l’ordre</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>À tour de rôle</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>Selon le poids</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>La plus rapide d’abord</translation>
    </message>
    <message>
        <source>The first target answers; the next one does when it fails.</source>
        <translation>La première cible répond&#xa0;; la suivante le fait en cas d’échec.</translation>
    </message>
    <message>
        <source>Each request begins with the next target, the others stand by.</source>
        <translation>Chaque requête commence par la cible suivante, les autres restent en réserve.</translation>
    </message>
    <message>
        <source>Targets get requests in proportion to their weights.</source>
        <translation>Les cibles reçoivent des requêtes en proportion de leur poids.</translation>
    </message>
    <message>
        <source>The target that has answered soonest of late goes first.</source>
        <translation>La cible qui a répondu le plus vite dernièrement passe en premier.</translation>
    </message>
</context>
<context>
    <name>nexus::AliasFields</name>
    <message>
        <source>for example: fast</source>
        <translation>par exemple&#xa0;: rapide</translation>
    </message>
    <message>
        <source>provider/model, then Enter</source>
        <translation>fournisseur/modèle, puis Entrée</translation>
    </message>
    <message>
        <source>left to the model</source>
        <translation>au choix du modèle</translation>
    </message>
    <message>
        <source>Used where a request has no system text of its own.</source>
        <translation>Utilisé quand une requête n’a pas son propre texte système.</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Ajouter une cible</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>One more target</source>
        <translation>Une cible de plus</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Tokens max. d’une réponse</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>Texte système</translation>
    </message>
</context>
<context>
    <name>nexus::AliasesPanel</name>
    <message>
        <source>There is no alias yet. An alias is a name of your own for one model or several, so that clients need not change when the model does.</source>
        <translation>Il n’y a pas encore d’alias. Un alias est un nom choisi par vous pour un ou plusieurs modèles, de sorte que les clients n’ont pas à changer quand le modèle change.</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>Ajouter un alias</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Ouvrir les paramètres</translation>
    </message>
</context>
<context>
    <name>nexus::AnotherKey</name>
    <message>
        <source>Save key</source>
        <translation>Enregistrer la clé</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This provider has this key already. Take another one.</source>
        <translation>Ce fournisseur a déjà cette clé. Prenez-en une autre.</translation>
    </message>
    <message>
        <source>Tried the new key. It is not saved yet.</source>
        <translation>La nouvelle clé a été essayée. Elle n’est pas encore enregistrée.</translation>
    </message>
    <message>
        <source>Tried the new key, …%1. It is not saved yet.</source>
        <translation>La nouvelle clé, …%1, a été essayée. Elle n’est pas encore enregistrée.</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, for everything in nexus.toml that names it.</source>
        <translation>Elle prend la place de %1 dans le trousseau, pour tout ce qui la nomme dans nexus.toml.</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, and nexus.toml stays as it is.</source>
        <translation>Elle prend la place de %1 dans le trousseau, et nexus.toml reste tel quel.</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerColumn</name>
    <message>
        <source>Remove this model</source>
        <translation>Retirer ce modèle</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Garder celui-ci</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Premier token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>Copier en %1</translation>
    </message>
    <message>
        <source>Keep as alias…</source>
        <translation>Garder comme alias…</translation>
    </message>
    <message>
        <source>Choose a model to ask.</source>
        <translation>Choisissez un modèle à interroger.</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>En attente…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêtée.</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 en entrée, %2 en sortie</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy the request as code, or keep the model with its settings as an alias</source>
        <translation>Copier la requête sous forme de code, ou garder le modèle et ses réglages comme alias</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerView</name>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>La réponse apparaît ici au fil de son écriture.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message numerus="yes">
        <source>With %n image(s).</source>
        <translation>
            <numerusform>Avec %n image.</numerusform>
            <numerusform>Avec %n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AwsKeyFields</name>
    <message>
        <source>Only with temporary credentials</source>
        <translation>Seulement avec des identifiants temporaires</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>ID de clé d’accès</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>Clé d’accès secrète</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Jeton de session</translation>
    </message>
    <message>
        <source>Enter the ID of the access key.</source>
        <translation>Saisissez l’ID de la clé d’accès.</translation>
    </message>
    <message>
        <source>Paste the secret access key.</source>
        <translation>Collez la clé d’accès secrète.</translation>
    </message>
</context>
<context>
    <name>nexus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>nexus::BarChart</name>
    <message>
        <source>%1
%2: %3</source>
        <translation>%1
%2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name and value of a part</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and values of a bar</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
</context>
<context>
    <name>nexus::BarsView</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1&#xa0;: %2. %3</translation>
    </message>
</context>
<context>
    <name>nexus::BodyView</name>
    <message>
        <source>Formatted</source>
        <translation>Mis en forme</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Brut</translation>
    </message>
    <message>
        <source>Text of the body</source>
        <translation>Texte du corps</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetForm</name>
    <message>
        <source>for example: team</source>
        <translation>par exemple&#xa0;: équipe</translation>
    </message>
    <message>
        <source>all providers</source>
        <translation>tous les fournisseurs</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>tous les modèles</translation>
    </message>
    <message>
        <source>all clients</source>
        <translation>tous les clients</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>Modifier un budget</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Ajouter un budget</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>un mois</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>un jour</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Avertir</translation>
    </message>
    <message>
        <source>Refuse requests that would cost more</source>
        <translation>Refuser les requêtes qui coûteraient plus</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Limite</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Pour</translation>
    </message>
    <message>
        <source>When it is &amp;spent</source>
        <translation>Une &amp;fois épuisé</translation>
    </message>
    <message>
        <source>Only the &amp;provider</source>
        <translation>Seulement le fou&amp;rnisseur</translation>
    </message>
    <message>
        <source>Only the &amp;model</source>
        <translation>Seulement le &amp;modèle</translation>
    </message>
    <message>
        <source>Only the &amp;client</source>
        <translation>Seulement le &amp;client</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Lignes qui changent dans nexus.toml</translation>
    </message>
    <message>
        <source>There is a budget %1 already.</source>
        <translation>Il existe déjà un budget %1.</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetsPanel</name>
    <message>
        <source>Undo the last change</source>
        <translation>Annuler la dernière modification</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Ajouter un budget</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>A budget warns when a day or month has cost a sum, or refuses what would cost more.</source>
        <translation>Un budget avertit quand un jour ou un mois a coûté une somme, ou refuse ce qui coûterait plus.</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>%1 sur %2 aujourd’hui</translation>
    </message>
    <message>
        <source>%1 of %2 this month</source>
        <translation>%1 sur %2 ce mois-ci</translation>
    </message>
    <message>
        <source>Spent: requests are refused</source>
        <translation>Épuisé&#xa0;: les requêtes sont refusées</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Épuisé</translation>
    </message>
    <message>
        <source>Nearly spent</source>
        <translation>Presque épuisé</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Toutes les requêtes</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>refuse</translation>
    </message>
    <message>
        <source>warns</source>
        <translation>avertit</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of unknown price</source>
        <translation>
            <numerusform>%n requête de prix inconnu</numerusform>
            <numerusform>%n requêtes de prix inconnu</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Supprimer %1</translation>
    </message>
</context>
<context>
    <name>nexus::ChangedBar</name>
    <message>
        <source>Use theirs</source>
        <translation>Prendre l’autre version</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, also here: %1. The lines below show what keeping yours would change.</source>
        <translation>Le fichier a été modifié ailleurs, ici aussi : %1. Les lignes ci-dessous montrent ce que votre version changerait.</translation>
    </message>
</context>
<context>
    <name>nexus::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Go to a page, provider or model, or do something</source>
        <translation>Aller à une page, un fournisseur ou un modèle, ou exécuter une action</translation>
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
        <translation>%1 · premier token %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) out</source>
        <translation>
            <numerusform>%n token en sortie</numerusform>
            <numerusform>%n tokens en sortie</numerusform>
        </translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation>Deux réponses</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Both got the same prompt.</source>
        <translation>Les deux ont reçu le même prompt.</translation>
    </message>
    <message>
        <source>The prompts differ.</source>
        <translation>Les prompts diffèrent.</translation>
    </message>
    <message>
        <source>The answer was not kept.</source>
        <translation>La réponse n’a pas été conservée.</translation>
    </message>
</context>
<context>
    <name>nexus::ConfigDesk</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Impossible de créer le dossier %1.</translation>
    </message>
    <message>
        <source>The file was changed by another program at the same place. Nothing was saved; look at it in Settings and try again.</source>
        <translation>Un autre programme a modifié le fichier au même endroit. Rien n’a été enregistré&#xa0;; consultez-le dans les Paramètres et réessayez.</translation>
    </message>
</context>
<context>
    <name>nexus::ConfirmStrip</name>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
</context>
<context>
    <name>nexus::ConflictBar</name>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Prendre l’autre version</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Show the file as it is now. Undo brings your text back.</source>
        <translation>Afficher le fichier tel qu’il est maintenant. «&#xa0;Annuler&#xa0;» restaure votre texte.</translation>
    </message>
    <message>
        <source>Keep this text. Saving takes back what the others changed.</source>
        <translation>Garder ce texte. L’enregistrement annule ce que les autres ont modifié.</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at other lines than yours.</source>
        <translation>Le fichier a été modifié ailleurs, à d’autres lignes que les vôtres.</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at the same lines as yours. Compare them before you choose.</source>
        <translation>Le fichier a été modifié ailleurs, aux mêmes lignes que les vôtres. Comparez-les avant de choisir.</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectStep</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langage</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>Lignes à copier</translation>
    </message>
    <message>
        <source>Your program talks to Nexus as it would to OpenAI or Anthropic. It needs no key of its own.</source>
        <translation>Votre programme parle à Nexus comme à OpenAI ou Anthropic. Il n’a pas besoin de sa propre clé.</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectionSection</name>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1: passed on</source>
        <translation>%1&#xa0;: transmis</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1&#xa0;: retiré</translation>
    </message>
    <message>
        <source>%1: also sent as %2</source>
        <translation>%1&#xa0;: envoyé aussi comme %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Edit headers in Settings</source>
        <translation>Modifier les en-têtes dans les Paramètres</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>Délais</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Nouvelles tentatives</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Connexion en</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>Premier octet en</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>Silence le plus long</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>Réponse entière en</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Première pause</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Pause la plus longue</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>valeur habituelle</translation>
    </message>
    <message>
        <source>connect %1, first byte %2, silence %3, whole answer %4</source>
        <translation>connexion %1, premier octet %2, silence %3, réponse entière %4</translation>
    </message>
    <message numerus="yes">
        <source>up to %n attempt(s), pauses of %1 to %2</source>
        <translation>
            <numerusform>jusqu’à %n tentative, pauses de %1 à %2</numerusform>
            <numerusform>jusqu’à %n tentatives, pauses de %1 à %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was removed or renamed in the file by others. What was typed is gone.</source>
        <translation>%1 a été retiré ou renommé dans le fichier ailleurs. La saisie est perdue.</translation>
    </message>
    <message>
        <source>It is not in the file any more: others have removed or renamed it.</source>
        <translation>Il n’est plus dans le fichier : il a été retiré ou renommé ailleurs.</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Version de l’API</translation>
    </message>
    <message>
        <source>Models offered</source>
        <translation>Modèles proposés</translation>
    </message>
    <message>
        <source>Keys of clients</source>
        <translation>Clés des clients</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>used where a client sends one</source>
        <translation>utilisées quand un client en envoie une</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisées</translation>
    </message>
    <message>
        <source>A regular expression that fits anywhere in a name, such as %1; capital letters do not matter. Models that the file names are always offered.</source>
        <translation>Une expression régulière qui correspond à une partie du nom, par exemple %1 ; la casse ne compte pas. Les modèles que le fichier nomme sont toujours proposés.</translation>
    </message>
    <message>
        <source>Use keys of clients</source>
        <translation>Utiliser les clés des clients</translation>
    </message>
    <message>
        <source>A key that a client sends as X-Provider-API-Key is used in place of the provider&apos;s own.</source>
        <translation>Une clé qu’un client envoie dans X-Provider-API-Key remplace celle du fournisseur.</translation>
    </message>
    <message>
        <source>those whose name fits %1</source>
        <translation>ceux dont le nom correspond à %1</translation>
    </message>
</context>
<context>
    <name>nexus::Console</name>
    <message>
        <source>Nexus goes on serving</source>
        <translation>Nexus reste en service</translation>
    </message>
    <message>
        <source>You find it in the tray. Quit there, or with Ctrl+Q in the window.</source>
        <translation>Il se trouve dans la zone de notification. Quittez-le de là, ou avec Ctrl+Q dans la fenêtre.</translation>
    </message>
</context>
<context>
    <name>nexus::ConversationView</name>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Développeur</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>The answer was cut at the greatest number of tokens.</source>
        <translation>La réponse a été coupée au nombre maximal de tokens.</translation>
    </message>
    <message>
        <source>The provider&apos;s safety system ended the answer.</source>
        <translation>Le système de sécurité du fournisseur a mis fin à la réponse.</translation>
    </message>
    <message>
        <source>The provider paused a long turn.</source>
        <translation>Le fournisseur a interrompu un long tour.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier turn(s)</source>
        <translation>
            <numerusform>Afficher %n tour précédent</numerusform>
            <numerusform>Afficher %n tours précédents</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>nexus::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>nexus::CredentialsEntry</name>
    <message>
        <source>How requests are signed</source>
        <translation>Signature des requêtes</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Clé d’accès</translation>
    </message>
    <message>
        <source>Profile of the AWS tools</source>
        <translation>Profil des outils AWS</translation>
    </message>
    <message>
        <source>What this machine has</source>
        <translation>Ce qu’offre cette machine</translation>
    </message>
    <message>
        <source>Name the profile.</source>
        <translation>Indiquez le profil.</translation>
    </message>
    <message>
        <source>All parts go into the keychain. The file only names them.</source>
        <translation>Toutes les parties vont dans le trousseau. Le fichier ne fait que les nommer.</translation>
    </message>
    <message>
        <source>Read from ~/.aws at each start. Single sign-on and roles work too.</source>
        <translation>Lu dans ~/.aws à chaque démarrage. L’authentification unique et les rôles fonctionnent aussi.</translation>
    </message>
    <message>
        <source>Signs with what the AWS tools find here: variables, the default profile, or the role of this machine or container.</source>
        <translation>Signe avec ce que les outils AWS trouvent ici&#xa0;: des variables, le profil par défaut ou le rôle de cette machine ou de ce conteneur.</translation>
    </message>
</context>
<context>
    <name>nexus::DiffView</name>
    <message>
        <source>Lines of nexus.toml that change</source>
        <translation>Lignes de nexus.toml qui changent</translation>
    </message>
</context>
<context>
    <name>nexus::EventsView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Events of the stream</source>
        <translation>Événements du flux</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), longest pause %1</source>
        <translation>
            <numerusform>%n événement, plus longue pause %1</numerusform>
            <numerusform>%n événements, plus longue pause %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; later ones are not kept</source>
        <translation>%1 ; les suivants ne sont pas conservés</translation>
    </message>
    <message>
        <source>Event %1 after %2: %3</source>
        <translation>Événement %1 après %2 : %3</translation>
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
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Filter, such as status:5xx model:claude -client:ci cost:&gt;0.01</source>
        <translation>Filtrer, par exemple status:5xx model:claude -client:ci cost:&gt;0.01</translation>
    </message>
</context>
<context>
    <name>nexus::FindBar</name>
    <message>
        <source>Find in the file</source>
        <translation>Rechercher dans le fichier</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n occurrence</numerusform>
            <numerusform>%n occurrences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::HealthRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>First token in the last 24 hours: %1 half of the time, below %2 nearly always</source>
        <translation>Premier token sur les dernières 24 heures&#xa0;: %1 une fois sur deux, presque toujours moins de %2</translation>
    </message>
</context>
<context>
    <name>nexus::HistoryDesk</name>
    <message>
        <source>There is no configuration yet.</source>
        <translation>Il n’y a pas encore de configuration.</translation>
    </message>
</context>
<context>
    <name>nexus::HostProblem</name>
    <message>
        <source>%1 is taken by %2 (process %3).</source>
        <translation>%1 est occupé par %2 (processus %3).</translation>
    </message>
    <message>
        <source>%1 is taken by another program.</source>
        <translation>%1 est occupé par un autre programme.</translation>
    </message>
    <message>
        <source>End that program and try again, or start Nexus with another address.</source>
        <translation>Arrêtez ce programme et réessayez, ou démarrez Nexus avec une autre adresse.</translation>
    </message>
    <message>
        <source>End that program and try again, or choose another listen address in Settings.</source>
        <translation>Arrêtez ce programme et réessayez, ou choisissez une autre adresse d’écoute dans les paramètres.</translation>
    </message>
    <message>
        <source>The old address stays until you choose another listen address in Settings.</source>
        <translation>L’ancienne adresse reste jusqu’à ce que vous choisissiez une autre adresse d’écoute dans les paramètres.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 est libre.</translation>
    </message>
</context>
<context>
    <name>nexus::KeepPanel</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>nexus::KeyEntry</name>
    <message>
        <source>Get a key</source>
        <translation>Obtenir une clé</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Copier la ligne</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Où la clé est conservée</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Dans le trousseau</translation>
    </message>
    <message>
        <source>In a variable</source>
        <translation>Dans une variable</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Coller la clé</translation>
    </message>
    <message>
        <source>Name of the environment variable</source>
        <translation>Nom de la variable d’environnement</translation>
    </message>
    <message>
        <source>Paste the key, if it needs one</source>
        <translation>Coller la clé, s’il en faut une</translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation>Collez d’abord la clé.</translation>
    </message>
    <message>
        <source>Give the name of the variable: letters, digits and &apos;_&apos;.</source>
        <translation>Indiquez le nom de la variable&#xa0;: lettres, chiffres et &apos;_&apos;.</translation>
    </message>
    <message>
        <source>%1 is not set where Nexus was started. Set it there, and start Nexus again.</source>
        <translation>%1 n’est pas définie là où Nexus a été démarré. Définissez-la à cet endroit, puis redémarrez Nexus.</translation>
    </message>
    <message>
        <source>%1 is set. The file names it and never holds the key.</source>
        <translation>%1 est définie. Le fichier la nomme et ne contient jamais la clé.</translation>
    </message>
    <message>
        <source>The file never holds the key. Later only its last four characters are shown.</source>
        <translation>Le fichier ne contient jamais la clé. Ensuite, seuls ses quatre derniers caractères sont affichés.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyList</name>
    <message>
        <source>Add another key</source>
        <translation>Ajouter une autre clé</translation>
    </message>
    <message>
        <source>Several keys are used in turn, and one that is refused rests for a while.</source>
        <translation>Plusieurs clés sont utilisées à tour de rôle, et une clé refusée est mise en pause un moment.</translation>
    </message>
    <message>
        <source>Key %1</source>
        <extracomment>%1 is its place in the list</extracomment>
        <translation>Clé %1</translation>
    </message>
    <message>
        <source>Empty, and passed over.</source>
        <translation>Vide, et ignorée.</translation>
    </message>
    <message>
        <source>%1: it is deleted from the keychain, as %2, and %3 goes on with the others.</source>
        <translation>%1 : elle est supprimée du trousseau, sous le nom %2, et %3 continue avec les autres.</translation>
    </message>
    <message>
        <source>%1: it is taken out of the file, and %2 goes on with the others.</source>
        <translation>%1 : elle est retirée du fichier, et %2 continue avec les autres.</translation>
    </message>
    <message>
        <source>%1: it was kept for this session only, as %2, and is forgotten. %3 goes on with the others.</source>
        <translation>%1 : elle n’était gardée que pour cette session, sous %2, et est oubliée. %3 continue avec les autres.</translation>
    </message>
    <message>
        <source>Test all keys</source>
        <translation>Tester toutes les clés</translation>
    </message>
    <message>
        <source>Asks for the list of models with each key, which costs nothing.</source>
        <translation>Demande la liste des modèles avec chaque clé, ce qui ne coûte rien.</translation>
    </message>
    <message>
        <source>It cannot be told which of these keys Nexus has. Unlock the keychain and test again.</source>
        <translation>Impossible de dire lesquelles de ces clés Nexus possède. Déverrouillez le trousseau et testez à nouveau.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyRow</name>
    <message>
        <source>Replace this key: %1</source>
        <translation>Remplacer cette clé : %1</translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>Refusée par le fournisseur. En pause pour encore %n minute.</numerusform>
            <numerusform>Refusée par le fournisseur. En pause pour encore %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more second(s).</source>
        <translation>
            <numerusform>Refusée par le fournisseur. En pause pour encore %n seconde.</numerusform>
            <numerusform>Refusée par le fournisseur. En pause pour encore %n secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>A épuisé son quota. En pause pour encore %n minute.</numerusform>
            <numerusform>A épuisé son quota. En pause pour encore %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more second(s).</source>
        <translation>
            <numerusform>A épuisé son quota. En pause pour encore %n seconde.</numerusform>
            <numerusform>A épuisé son quota. En pause pour encore %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this key: %1</source>
        <translation>Supprimer cette clé : %1</translation>
    </message>
    <message>
        <source>The keychain does not have it, so that it is passed over. Replace it to enter it again.</source>
        <translation>Le trousseau ne l’a pas ; elle est donc ignorée. Remplacez-la pour la saisir à nouveau.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Essai en cours…</translation>
    </message>
</context>
<context>
    <name>nexus::KeySavePanel</name>
    <message>
        <source>There is no keychain on this machine. Use an environment variable, or keep the key for this session only: then it is gone when Nexus ends, and has to be entered again.</source>
        <translation>Il n’y a pas de trousseau sur cette machine. Utilisez une variable d’environnement, ou gardez la clé pour cette session seulement&#xa0;: elle disparaît alors à la fermeture de Nexus et doit être saisie à nouveau.</translation>
    </message>
    <message>
        <source>The keychain does not answer. Unlock it where it asks you to, and try again.</source>
        <translation>Le trousseau ne répond pas. Déverrouillez-le là où il le demande, puis réessayez.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>Le trousseau est verrouillé. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>The keychain could not keep the key. See whether its service runs, and try again.</source>
        <translation>Le trousseau n’a pas pu conserver la clé. Vérifiez que son service fonctionne, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Use an environment variable</source>
        <translation>Utiliser une variable d’environnement</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Garder pour cette session seulement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Waiting for the keychain. It may ask you to unlock it.</source>
        <translation>En attente du trousseau. Il peut demander à être déverrouillé.</translation>
    </message>
    <message>
        <source>It failed at %1, so that nothing was kept.</source>
        <translation>L’échec s’est produit sur %1&#xa0;; rien n’a donc été conservé.</translation>
    </message>
    <message>
        <source>Waiting for the keychain. Look for its window: it may ask for a password.</source>
        <translation>En attente du trousseau. Cherchez sa fenêtre : il demande peut-être un mot de passe.</translation>
    </message>
</context>
<context>
    <name>nexus::KeySection</name>
    <message>
        <source>Move to the keychain</source>
        <translation>Déplacer vers le trousseau</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>Enregistrer la clé</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The key is deleted from the keychain, and %1 cannot be asked any more.</source>
        <translation>La clé est supprimée du trousseau, et %1 ne peut plus être interrogé.</translation>
    </message>
    <message>
        <source>The line of the key is taken out of the file, and %1 cannot be asked any more.</source>
        <translation>La ligne de la clé est retirée du fichier, et %1 ne peut plus être interrogé.</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Supprimer la clé</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Pas de clé</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Key ends in …%1</source>
        <translation>La clé se termine par …%1</translation>
    </message>
    <message>
        <source>It is asked without a key.</source>
        <translation>Il est interrogé sans clé.</translation>
    </message>
    <message>
        <source>Kept for this session only, as %1. It is gone when Nexus ends.</source>
        <translation>Gardée pour cette session seulement, sous le nom %1. Elle disparaît à la fermeture de Nexus.</translation>
    </message>
    <message>
        <source>Kept in the keychain, as %1.</source>
        <translation>Conservée dans le trousseau, sous le nom %1.</translation>
    </message>
    <message>
        <source>Read from the environment variable %1.</source>
        <translation>Lue dans la variable d’environnement %1.</translation>
    </message>
    <message>
        <source>Stands in nexus.toml, where everybody who reads the file can see it.</source>
        <translation>Écrite dans nexus.toml, où quiconque lit le fichier peut la voir.</translation>
    </message>
    <message>
        <source>Signed with AWS credentials</source>
        <translation>Signé avec des identifiants AWS</translation>
    </message>
    <message>
        <source>Taken from the AWS profile %1.</source>
        <translation>Repris du profil AWS %1.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Ajouter une clé</translation>
    </message>
    <message>
        <source>It signs with what the AWS tools of this machine use.</source>
        <translation>Il signe avec ce qu’utilisent les outils AWS de cette machine.</translation>
    </message>
    <message>
        <source>Looked for in the keychain, as %1.</source>
        <translation>Cherchée dans le trousseau, sous le nom %1.</translation>
    </message>
    <message>
        <source>Its lines are taken out of the file. %1 then signs with what the AWS tools of this machine use.</source>
        <translation>Ses lignes sont retirées du fichier. %1 signe alors avec ce qu’utilisent les outils AWS de cette machine.</translation>
    </message>
    <message>
        <source>Deleted from the keychain: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>Supprimé du trousseau&#xa0;: %1. %2 signe alors avec ce qu’utilisent les outils AWS de cette machine.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), used in turn</source>
        <translation>
            <numerusform>%n clé</numerusform>
            <numerusform>%n clés, utilisées à tour de rôle</numerusform>
        </translation>
    </message>
    <message>
        <source>Each request takes the next one. One that is refused rests for a while.</source>
        <translation>Chaque requête prend la suivante. Une clé refusée est mise en pause un moment.</translation>
    </message>
    <message>
        <source>Forgotten, as they were kept for this session only: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>Oubliées, car gardées pour cette session seulement : %1. %2 signe alors avec ce qu’utilisent les outils AWS de cette machine.</translation>
    </message>
    <message>
        <source>The key was kept for this session only. It is forgotten, and %1 cannot be asked any more.</source>
        <translation>La clé n’était gardée que pour cette session. Elle est oubliée, et %1 ne peut plus être interrogé.</translation>
    </message>
</context>
<context>
    <name>nexus::KeySource</name>
    <message>
        <source>This key is no longer in nexus.toml. Choose Cancel, and add the new one as another key.</source>
        <translation>Cette clé n’est plus dans nexus.toml. Choisissez « Annuler » et ajoutez la nouvelle comme autre clé.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyStep</name>
    <message>
        <source>Whose models do you want to use? The key goes into the keychain of this machine and nowhere else.</source>
        <translation>De qui voulez-vous utiliser les modèles&#xa0;? La clé va dans le trousseau de cette machine et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Use the demo model, without a key</source>
        <translation>Utiliser le modèle de démonstration, sans clé</translation>
    </message>
</context>
<context>
    <name>nexus::LiveLogPage</name>
    <message>
        <source>Live log</source>
        <translation>Journal en direct</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Write requests to a file</source>
        <translation>Écrire des requêtes dans un fichier</translation>
    </message>
    <message>
        <source>The whole history…</source>
        <translation>Tout l’historique…</translation>
    </message>
    <message>
        <source>Everything that fits the filter…</source>
        <translation>Tout ce qui correspond au filtre…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected request(s)…</source>
        <translation>
            <numerusform>%n requête sélectionnée…</numerusform>
            <numerusform>%n requêtes sélectionnées…</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>reading the history…</source>
        <translation>lecture de l’historique…</translation>
    </message>
    <message numerus="yes">
        <source>%n running · %1</source>
        <translation>
            <numerusform>%n en cours · %1</numerusform>
            <numerusform>%n en cours · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>following · %1</source>
        <translation>suivi · %1</translation>
    </message>
    <message>
        <source>following below · %1</source>
        <translation>suivi plus bas · %1</translation>
    </message>
    <message>
        <source>Older requests cannot be read: %1</source>
        <translation>Impossible de lire les requêtes plus anciennes&#xa0;: %1</translation>
    </message>
    <message>
        <source>No request fits this filter.</source>
        <translation>Aucune requête ne correspond à ce filtre.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>No request has come yet. Point an application at %1 and watch it here.</source>
        <translation>Aucune requête n’est encore arrivée. Dirigez une application vers %1 et observez-la ici.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Requests show here as they come.</source>
        <translation>Nexus est actuellement à l’arrêt. Les requêtes s’affichent ici à leur arrivée.</translation>
    </message>
    <message>
        <source>The address was copied.</source>
        <translation>L’adresse a été copiée.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>Suivre la liste</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>Figer la liste</translation>
    </message>
    <message>
        <source>Show new requests as they come again (Space, while the rows have the focus)</source>
        <translation>Afficher de nouveau les requêtes dès qu’elles arrivent (Espace, quand les lignes ont le focus)</translation>
    </message>
    <message>
        <source>Keep the rows still while requests go on (Space, while the rows have the focus)</source>
        <translation>Garder les lignes immobiles pendant que les requêtes continuent (Espace, quand les lignes ont le focus)</translation>
    </message>
    <message>
        <source>held · %1</source>
        <translation>figée · %1</translation>
    </message>
</context>
<context>
    <name>nexus::LogExporter</name>
    <message>
        <source>Export requests</source>
        <translation>Exporter les requêtes</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Lignes JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>Archive HTTP (*.har)</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were written to %1.</source>
        <translation>
            <numerusform>%n requête a été écrite dans %1.</numerusform>
            <numerusform>%n requêtes ont été écrites dans %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::MainWindow</name>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>En service sur %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Paused on %1; requests are refused with 503</source>
        <translation>En pause sur %1&#xa0;; les requêtes sont refusées avec 503</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt en cours</translation>
    </message>
    <message>
        <source>Running requests may end, then Nexus stops</source>
        <translation>Les requêtes en cours peuvent se terminer, puis Nexus s’arrête</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>À l’arrêt</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 aujourd’hui</translation>
    </message>
</context>
<context>
    <name>nexus::ModelChooser</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>Afficher tous les modèles</translation>
    </message>
</context>
<context>
    <name>nexus::ModelListModel</name>
    <message>
        <source>US dollars for a million tokens.</source>
        <translation>Dollars américains pour un million de tokens.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Max. output</source>
        <translation>Sortie max.</translation>
    </message>
    <message>
        <source>In / 1M</source>
        <translation>Entrée / 1 M</translation>
    </message>
    <message>
        <source>Out / 1M</source>
        <translation>Sortie / 1 M</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It reads %1 tokens.</source>
        <translation>Il lit %1 tokens.</translation>
    </message>
    <message>
        <source>Nobody says how much it reads.</source>
        <translation>Nul ne précise combien il lit.</translation>
    </message>
    <message>
        <source>It writes up to %1 tokens.</source>
        <translation>Il écrit jusqu’à %1 tokens.</translation>
    </message>
    <message>
        <source>Nobody says how much it writes.</source>
        <translation>Nul ne précise combien il écrit.</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>images</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>outils</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>raisonnement</translation>
    </message>
    <message>
        <source>Its provider says: %1.</source>
        <translation>Son fournisseur indique : %1.</translation>
    </message>
    <message>
        <source>The table of prices says: %1.</source>
        <translation>La table des prix indique : %1.</translation>
    </message>
    <message>
        <source>Nobody says what it can do besides text.</source>
        <translation>Personne ne dit ce qu’il sait faire hormis le texte.</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Capacités</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>entrée en cache</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>lots</translation>
    </message>
    <message>
        <source>At prices of their own: %1.</source>
        <translation>À un prix particulier : %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>aucune connue</translation>
    </message>
    <message>
        <source>%1 yes</source>
        <translation>%1 : oui</translation>
    </message>
    <message>
        <source>%1 no</source>
        <translation>%1 : non</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 : inconnu</translation>
    </message>
    <message>
        <source>Its price is not known. F2 sets it.</source>
        <translation>Son prix n’est pas connu. F2 permet de le définir.</translation>
    </message>
</context>
<context>
    <name>nexus::ModelPicker</name>
    <message>
        <source>Send again to</source>
        <translation>Renvoyer à</translation>
    </message>
    <message>
        <source>Search for a model</source>
        <translation>Chercher un modèle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsPage</name>
    <message>
        <source>Models and aliases</source>
        <translation>Modèles et alias</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>Ajouter un alias</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>Demander leurs modèles à tous les fournisseurs</translation>
    </message>
    <message>
        <source>The alias %1 was saved.</source>
        <translation>L’alias %1 a été enregistré.</translation>
    </message>
    <message>
        <source>The alias %1 was removed.</source>
        <translation>L’alias %1 a été supprimé.</translation>
    </message>
    <message>
        <source>There is an alias that is not saved. Save it or cancel it first.</source>
        <translation>Un alias n’est pas enregistré. Enregistrez-le ou annulez-le d’abord.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The price of %1 was saved.</source>
        <translation>Le prix de %1 a été enregistré.</translation>
    </message>
    <message>
        <source>The price of %1 was taken out of the file.</source>
        <translation>Le prix de %1 a été retiré du fichier.</translation>
    </message>
    <message>
        <source>There is a price that is not saved. Save it or cancel it first.</source>
        <translation>Un prix n’est pas enregistré. Enregistrez-le ou annulez-le d’abord.</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Ask for its models again</source>
        <translation>Redemander ses modèles</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Filtrer les modèles</translation>
    </message>
    <message>
        <source>Models of this provider</source>
        <translation>Modèles de ce fournisseur</translation>
    </message>
    <message>
        <source>Double-click a model to try it in the playground.</source>
        <translation>Double-cliquez sur un modèle pour l’essayer dans le playground.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Demande de ses modèles…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>No model has this in its name.</source>
        <translation>Aucun modèle ne contient cela dans son nom.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Take the chosen model out of the file</source>
        <translation>Retirer le modèle choisi du fichier</translation>
    </message>
    <message>
        <source>Name of a model to add</source>
        <translation>Nom d’un modèle à ajouter</translation>
    </message>
    <message>
        <source>Name it in nexus.toml, for what the provider does not list.</source>
        <translation>Le nomme dans nexus.toml, pour ce que le fournisseur ne liste pas.</translation>
    </message>
    <message>
        <source>It has named no models yet. Type the name of one, or ask again.</source>
        <translation>Il n’a encore nommé aucun modèle. Saisissez le nom de l’un d’eux ou redemandez.</translation>
    </message>
    <message>
        <source>Name of a deployment</source>
        <translation>Nom d’un déploiement</translation>
    </message>
    <message>
        <source>Name of a model it does not list</source>
        <translation>Nom d’un modèle qu’il ne liste pas</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsTable</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copier l’ID</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Filtrer les modèles</translation>
    </message>
    <message>
        <source>Copies what clients ask for, provider and model.</source>
        <translation>Copie ce que les clients demandent, fournisseur et modèle.</translation>
    </message>
    <message>
        <source>Opens the chosen model in the playground.</source>
        <translation>Ouvre le modèle choisi dans le playground.</translation>
    </message>
    <message>
        <source>Models of all providers</source>
        <translation>Modèles de tous les fournisseurs</translation>
    </message>
    <message>
        <source>Try in the playground</source>
        <translation>Essayer dans le playground</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n model(s)</source>
        <translation>
            <numerusform>%1 sur %n modèle</numerusform>
            <numerusform>%1 sur %n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>The providers have named no models yet. Ask them again, or name models in the file.</source>
        <translation>Les fournisseurs n’ont pas encore nommé de modèles. Redemandez-leur, ou nommez des modèles dans le fichier.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Models come from providers. Add one to see what it has.</source>
        <translation>Les modèles viennent des fournisseurs. Ajoutez-en un pour voir ce qu’il propose.</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Ajouter un fournisseur</translation>
    </message>
    <message>
        <source>Filter by provider, model or ability</source>
        <translation>Filtrer par fournisseur, modèle ou capacité</translation>
    </message>
    <message>
        <source>Set the price of the chosen model (F2)</source>
        <translation>Définir le prix du modèle choisi (F2)</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>Définir le prix…</translation>
    </message>
    <message>
        <source>No model has these words in its name or abilities.</source>
        <translation>Aucun modèle ne contient ces mots dans son nom ou ses capacités.</translation>
    </message>
</context>
<context>
    <name>nexus::OptionRow</name>
    <message>
        <source>Reset to default</source>
        <translation>Rétablir la valeur par défaut</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsPanel</name>
    <message>
        <source>Show answers as Markdown</source>
        <translation>Afficher les réponses en Markdown</translation>
    </message>
    <message>
        <source>How the model should behave</source>
        <translation>Comment le modèle doit se comporter</translation>
    </message>
    <message>
        <source>It is kept while this page is open and nowhere else.</source>
        <translation>Il est gardé tant que cette page est ouverte et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt système</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Tokens max. d’une réponse</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools, as a JSON list</source>
        <translation>Outils, sous forme de liste JSON</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Token Bearer</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsView</name>
    <message>
        <source>Groups of settings</source>
        <translation>Groupes de paramètres</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Rechercher dans les paramètres</translation>
    </message>
    <message>
        <source>Takes effect when Nexus is started again.</source>
        <translation>Prend effet au prochain démarrage de Nexus.</translation>
    </message>
    <message>
        <source>Nexus was started with %1. This takes effect at the next start without it.</source>
        <translation>Nexus a été démarré avec %1. Ce réglage prend effet au prochain démarrage sans cette option.</translation>
    </message>
    <message>
        <source>No setting fits “%1”.</source>
        <translation>Aucun paramètre ne correspond à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Afficher tous les paramètres</translation>
    </message>
    <message>
        <source>Default: not set</source>
        <translation>Par défaut&#xa0;: non défini</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Par défaut&#xa0;: %1</translation>
    </message>
    <message>
        <source>Default: on</source>
        <translation>Par défaut&#xa0;: activé</translation>
    </message>
    <message>
        <source>Default: off</source>
        <translation>Par défaut&#xa0;: désactivé</translation>
    </message>
</context>
<context>
    <name>nexus::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>Connecter votre application</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>Requêtes aujourd’hui</translation>
    </message>
    <message>
        <source>First token, p50</source>
        <translation>Premier token, p50</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>Tokens aujourd’hui</translation>
    </message>
    <message>
        <source>Cost today</source>
        <translation>Coût aujourd’hui</translation>
    </message>
    <message>
        <source>Range of the chart</source>
        <translation>Période du graphique</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Dernières 24 heures</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>nothing yesterday until now</source>
        <translation>rien hier jusqu’à la même heure</translation>
    </message>
    <message>
        <source>%1 more than yesterday</source>
        <translation>%1 de plus qu’hier</translation>
    </message>
    <message>
        <source>%1 less than yesterday</source>
        <translation>%1 de moins qu’hier</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>abouties</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>erreurs</translation>
    </message>
    <message>
        <source>nothing today until now</source>
        <translation>rien aujourd’hui jusqu’ici</translation>
    </message>
    <message>
        <source>p95 %1 · %2 slower than yesterday</source>
        <translation>p95 %1 · %2 plus lent qu’hier</translation>
    </message>
    <message>
        <source>p95 %1 · %2 faster than yesterday</source>
        <translation>p95 %1 · %2 plus rapide qu’hier</translation>
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
        <translation>entrée</translation>
    </message>
    <message>
        <source>output</source>
        <translation>sortie</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>Délai du premier token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>nexus::PendingPanel</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>Lignes qui vont changer</translation>
    </message>
    <message>
        <source>Save the changes (%1)</source>
        <translation>Enregistrer les modifications (%1)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n modification non enregistrée</numerusform>
            <numerusform>%n modifications non enregistrées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::PlaygroundPage</name>
    <message>
        <source>Save this prompt…</source>
        <translation>Enregistrer ce prompt…</translation>
    </message>
    <message>
        <source>Save this prompt</source>
        <translation>Enregistrer ce prompt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>“%1” has taken the place of what was here.</source>
        <translation>«&#xa0;%1&#xa0;» a pris la place de ce qui était ici.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The prompt is saved as “%1”.</source>
        <translation>Le prompt est enregistré sous «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The prompt “%1” is deleted.</source>
        <translation>Le prompt «&#xa0;%1&#xa0;» est supprimé.</translation>
    </message>
    <message>
        <source>Choose a model first; the alias will stand for it.</source>
        <translation>Choisissez d’abord un modèle&#xa0;; l’alias le représentera.</translation>
    </message>
    <message>
        <source>Keep %1 with these settings as an alias</source>
        <translation>Garder %1 avec ces paramètres comme alias</translation>
    </message>
    <message>
        <source>Clients can ask for “%1” now.</source>
        <translation>Les clients peuvent maintenant demander «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nouvelle conversation</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Ajouter un modèle</translation>
    </message>
    <message>
        <source>Settings of the chat</source>
        <translation>Paramètres de la conversation</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>Prompts enregistrés</translation>
    </message>
    <message>
        <source>Ask another model the same, up to four</source>
        <translation>Poser la même question à un autre modèle, jusqu’à quatre</translation>
    </message>
    <message>
        <source>There is a prompt of this name. Saving replaces it.</source>
        <translation>Un prompt porte déjà ce nom. L’enregistrement le remplace.</translation>
    </message>
    <message>
        <source>The gateway is paused, so that no model is asked.</source>
        <translation>La passerelle est en pause&#xa0;; aucun modèle n’est donc interrogé.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>The gateway is ending, so that nothing more can be sent.</source>
        <translation>La passerelle s’arrête&#xa0;; plus rien ne peut donc être envoyé.</translation>
    </message>
    <message>
        <source>The gateway is not running, so that nothing can be sent.</source>
        <translation>La passerelle est à l’arrêt&#xa0;; rien ne peut donc être envoyé.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>The gateway takes no chats of OpenAI&apos;s kind, which the playground sends.</source>
        <translation>La passerelle n’accepte pas les chats au format OpenAI, que le playground envoie.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Ouvrir les paramètres</translation>
    </message>
    <message>
        <source>There is no provider to ask yet.</source>
        <translation>Il n’y a pas encore de fournisseur à interroger.</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Ajouter un fournisseur</translation>
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
        <translation>Impossible d’écrire les prompts dans %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>What is there now cannot be read.</source>
        <translation>Ce qui s’y trouve actuellement est illisible.</translation>
    </message>
    <message>
        <source>The images take %1, and %2 can be kept with a prompt. Remove one, or make them smaller.</source>
        <translation>Les images occupent %1, alors que %2 peuvent être conservés avec un prompt. Retirez-en une ou réduisez-les.</translation>
    </message>
    <message>
        <source>All saved prompts together can keep %1 of images. Delete one that has some first.</source>
        <translation>L’ensemble des prompts enregistrés peut conserver %1 d’images. Supprimez d’abord un prompt qui en contient.</translation>
    </message>
</context>
<context>
    <name>nexus::PresetTiles</name>
    <message>
        <source>Hosted services</source>
        <translation>Services hébergés</translation>
    </message>
    <message>
        <source>On this machine or your network</source>
        <translation>Sur cette machine ou votre réseau</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter %1</translation>
    </message>
</context>
<context>
    <name>nexus::PriceEntry</name>
    <message>
        <source>The provider %1 is not in the file any more. Add it again first.</source>
        <translation>Le fournisseur %1 n’est plus dans le fichier. Ajoutez-le d’abord à nouveau.</translation>
    </message>
</context>
<context>
    <name>nexus::PriceForm</name>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Lecture du cache</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Écriture du cache</translation>
    </message>
    <message>
        <source>Use the built-in price</source>
        <translation>Utiliser le prix intégré</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Lignes qui changent dans nexus.toml</translation>
    </message>
    <message>
        <source>Empties the fields, so that nexus.toml says nothing of this model&apos;s price.</source>
        <translation>Vide les champs, pour que nexus.toml ne dise rien du prix de ce modèle.</translation>
    </message>
    <message>
        <source>Price of %1, US dollars per million tokens</source>
        <translation>Prix de %1, dollars américains par million de tokens</translation>
    </message>
    <message>
        <source>Where a field is empty, this holds: %1.</source>
        <translation>Là où un champ est vide, ceci s’applique : %1.</translation>
    </message>
    <message>
        <source>No table of prices knows this model. A cost needs its input and its output.</source>
        <translation>Aucune table de prix ne connaît ce modèle. Un coût exige l’entrée et la sortie.</translation>
    </message>
    <message>
        <source>The tables of prices are being read…</source>
        <translation>Lecture des tables de prix…</translation>
    </message>
    <message>
        <source>Remove the price</source>
        <translation>Retirer le prix</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1: write dollars as a number from 0 to 1000000 such as 2.50, or leave it empty.</source>
        <translation>%1 : écrivez les dollars comme un nombre de 0 à 1000000 avec un point, par exemple 2.50, ou laissez vide.</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeLine</name>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Asks for the list of models, which costs nothing.</source>
        <translation>Demande la liste des modèles, ce qui ne coûte rien.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Demande de ses modèles…</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeWords</name>
    <message>
        <source>It works: the key was accepted, in %1.</source>
        <translation>Tout fonctionne&#xa0;: la clé a été acceptée, en %1.</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s).</source>
        <translation>
            <numerusform>Tout fonctionne&#xa0;: %n modèle.</numerusform>
            <numerusform>Tout fonctionne&#xa0;: %n modèles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), in %1.</source>
        <translation>
            <numerusform>Tout fonctionne&#xa0;: %n modèle, en %1.</numerusform>
            <numerusform>Tout fonctionne&#xa0;: %n modèles, en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key may not list models (%1). Check its permissions, and that it belongs to this organisation.</source>
        <translation>La clé n’a pas le droit de lister les modèles (%1). Vérifiez ses autorisations, et qu’elle appartient à cette organisation.</translation>
    </message>
    <message>
        <source>The key was refused (%1). Check that it is whole and belongs to this organisation.</source>
        <translation>La clé a été refusée (%1). Vérifiez qu’elle est complète et appartient à cette organisation.</translation>
    </message>
    <message>
        <source>%1 answers, but has no list of models at this address (404). Check the path; it often ends in /v1.</source>
        <translation>%1 répond, mais n’a pas de liste de modèles à cette adresse (404). Vérifiez le chemin&#xa0;; il se termine souvent par /v1.</translation>
    </message>
    <message>
        <source>%1 sends to another address (%2). Enter the address of the API itself.</source>
        <translation>%1 renvoie vers une autre adresse (%2). Saisissez l’adresse de l’API elle-même.</translation>
    </message>
    <message>
        <source>%1 refused to list its models (%2). Check the address and the type of the provider.</source>
        <translation>%1 a refusé de lister ses modèles (%2). Vérifiez l’adresse et le type du fournisseur.</translation>
    </message>
    <message>
        <source>Something else answers at %1, perhaps a web page. Check the address; it often ends in /v1.</source>
        <translation>Autre chose répond à %1, peut-être une page web. Vérifiez l’adresse&#xa0;; elle se termine souvent par /v1.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check that the server runs, and its port.</source>
        <translation>Rien n’écoute à %1. Vérifiez que le serveur fonctionne, ainsi que son port.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network, the proxy and the address.</source>
        <translation>%1 est injoignable. Vérifiez votre réseau, le proxy et l’adresse.</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate is not trusted, or it speaks no TLS. A certificate of your own belongs under tls.ca_certificate; a server without TLS is http://.</source>
        <translation>Pas de connexion sécurisée à %1&#xa0;: son certificat n’est pas approuvé, ou il ne parle pas TLS. Un certificat à vous se place sous tls.ca_certificate&#xa0;; un serveur sans TLS s’écrit http://.</translation>
    </message>
    <message>
        <source>It answers, but lists no models. Load or install one there first, or name one in the file.</source>
        <translation>Il répond, mais ne liste aucun modèle. Chargez ou installez-y d’abord un modèle, ou nommez-en un dans le fichier.</translation>
    </message>
    <message>
        <source>It needs a key. Paste one and test again.</source>
        <translation>Il a besoin d’une clé. Collez-en une et testez à nouveau.</translation>
    </message>
    <message>
        <source>%1 was not found. Check your network and the spelling of the address.</source>
        <translation>%1 est introuvable. Vérifiez votre réseau et l’orthographe de l’adresse.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network, the proxy and the address.</source>
        <translation>%1 n’a pas répondu à temps. Vérifiez votre réseau, le proxy et l’adresse.</translation>
    </message>
    <message>
        <source>The key is accepted, but has used up its share or its credit (%1). Check the plan and the billing there.</source>
        <translation>La clé est acceptée, mais a épuisé son quota ou son crédit (%1). Vérifiez l’abonnement et la facturation là-bas.</translation>
    </message>
    <message>
        <source>%1 answers with a failure of its own (%2). Try again in a while.</source>
        <translation>%1 répond par une erreur de son côté (%2). Réessayez dans un moment.</translation>
    </message>
</context>
<context>
    <name>nexus::ProblemList</name>
    <message>
        <source>Last problems</source>
        <translation>Derniers problèmes</translation>
    </message>
    <message>
        <source>None since Nexus was started.</source>
        <translation>Aucun depuis le démarrage de Nexus.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Open the provider</source>
        <translation>Ouvrir le fournisseur</translation>
    </message>
    <message>
        <source>Open the budgets</source>
        <translation>Ouvrir les budgets</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>Ouvrir les modèles</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the request of %1</source>
        <translation>Afficher la requête de %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>nexus::PromptComposer</name>
    <message>
        <source>Add image</source>
        <translation>Ajouter une image</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Ask all models the same. Ctrl+Enter sends; images can be pasted or dropped here.</source>
        <translation>Poser la même question à tous les modèles. Ctrl+Entrée envoie&#xa0;; des images peuvent être collées ou déposées ici.</translation>
    </message>
    <message>
        <source>Send to all models (Ctrl+Enter)</source>
        <translation>Envoyer à tous les modèles (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Stop all answers (Esc)</source>
        <translation>Arrêter toutes les réponses (Échap)</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp)</source>
        <translation>Images (*.png *.jpg *.jpeg *.gif *.webp)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Choose another file.</source>
        <translation>Impossible de lire %1. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>%1 is larger than %2. Choose a smaller image.</source>
        <translation>%1 dépasse %2. Choisissez une image plus petite.</translation>
    </message>
    <message>
        <source>The clipboard holds no image that can be sent.</source>
        <translation>Le presse-papiers ne contient aucune image pouvant être envoyée.</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>%1 is no image that models take. Choose a PNG, JPEG, GIF or WebP file.</source>
        <translation>%1 n’est pas une image acceptée par les modèles. Choisissez un fichier PNG, JPEG, GIF ou WebP.</translation>
    </message>
    <message numerus="yes">
        <source>A message holds %n image(s) at most.</source>
        <translation>
            <numerusform>Un message contient au maximum %n image.</numerusform>
            <numerusform>Un message contient au maximum %n images.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>%1. Click to remove it.</source>
        <translation>%1. Cliquer pour la retirer.</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Image %1</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDetail</name>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>Afficher ses requêtes</translation>
    </message>
    <message>
        <source>First token: %1</source>
        <translation>Premier token&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how long ago, and the error</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is taken out of nexus.toml.</source>
        <translation>%1 est retiré de nexus.toml.</translation>
    </message>
    <message numerus="yes">
        <source>Lost with it: %n alias(es): %1.</source>
        <translation>
            <numerusform>Perdu avec lui&#xa0;: %n alias&#xa0;: %1.</numerusform>
            <numerusform>Perdus avec lui&#xa0;: %n alias&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) lose a target: %1.</source>
        <translation>
            <numerusform>%n alias perd une cible&#xa0;: %1.</numerusform>
            <numerusform>%n alias perdent une cible&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) go too: %1.</source>
        <translation>
            <numerusform>%n budget disparaît aussi&#xa0;: %1.</numerusform>
            <numerusform>%n budgets disparaissent aussi&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A key in the keychain stays there.</source>
        <translation>Une clé dans le trousseau y reste.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>No request in the last day.</source>
        <translation>Aucune requête depuis un jour.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last day, none with a first token.</source>
        <translation>
            <numerusform>%n requête depuis un jour, sans premier token.</numerusform>
            <numerusform>%n requêtes depuis un jour, aucune avec un premier token.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First token: %1 median, %2 p95, of %n request(s) in the last day.</source>
        <translation>
            <numerusform>Premier token : médiane %1, p95 %2, sur %n requête depuis un jour.</numerusform>
            <numerusform>Premier token : médiane %1, p95 %2, sur %n requêtes depuis un jour.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDraft</name>
    <message>
        <source>Give the provider a name.</source>
        <translation>Donnez un nom au fournisseur.</translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos; in the name, and no spaces.</source>
        <translation>Le nom accepte jusqu’à 64 lettres, chiffres, &apos;-&apos;, &apos;_&apos; et &apos;.&apos;, sans espaces.</translation>
    </message>
    <message>
        <source>There is a provider of this name already. Choose another one.</source>
        <translation>Un fournisseur porte déjà ce nom. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The address has to begin with http:// or https://, without user name, &apos;?&apos; and &apos;#&apos;.</source>
        <translation>L’adresse doit commencer par http:// ou https://, sans nom d’utilisateur, &apos;?&apos; ni &apos;#&apos;.</translation>
    </message>
    <message>
        <source>A region is written in small letters, digits and hyphens, such as us-east-1.</source>
        <translation>Une région s’écrit en minuscules, chiffres et traits d’union, par exemple us-east-1.</translation>
    </message>
    <message>
        <source>The name is too long for the keychain, which adds to it for each part of an access key. Use up to 46 characters.</source>
        <translation>Le nom est trop long pour le trousseau, qui l’allonge pour chaque partie d’une clé d’accès. Utilisez 46 caractères au plus.</translation>
    </message>
    <message>
        <source>The API version is written in letters, digits and hyphens, such as 2024-10-21. Leave the field empty for the usual one.</source>
        <translation>La version de l’API s’écrit en lettres, chiffres et traits d’union, par exemple 2024-10-21. Laissez le champ vide pour la version habituelle.</translation>
    </message>
    <message>
        <source>The pattern of offered models is no regular expression: %1, at character %2. Correct it, or leave the field empty to offer all.</source>
        <translation>Le motif des modèles proposés n’est pas une expression régulière : %1, au caractère %2. Corrigez-le, ou laissez le champ vide pour tout proposer.</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderForm</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Name, the first part of its models&apos; names</source>
        <translation>Nom, première partie du nom de ses modèles</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Version de l’API</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter %1</translation>
    </message>
    <message>
        <source>These lines will change in %1</source>
        <translation>Ces lignes vont changer dans %1</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Signé avec</translation>
    </message>
    <message>
        <source>only where it cannot list them</source>
        <translation>seulement s’il ne peut pas les lister</translation>
    </message>
    <message>
        <source>Deployments, with commas between them</source>
        <translation>Déploiements, séparés par des virgules</translation>
    </message>
    <message>
        <source>Models, with commas between them</source>
        <translation>Modèles, séparés par des virgules</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderListModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
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
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>vLLM listens on port 8000 unless told otherwise, as Nexus does. Start it with --port 8001, or give the port it has.</source>
        <translation>vLLM écoute par défaut sur le port 8000, comme Nexus. Démarrez-le avec --port 8001, ou indiquez le port qu’il utilise.</translation>
    </message>
    <message>
        <source>Start the server in LM Studio&apos;s Developer tab first. It needs no key.</source>
        <translation>Démarrez d’abord le serveur dans l’onglet Developer de LM Studio. Aucune clé n’est nécessaire.</translation>
    </message>
    <message>
        <source>Ollama needs no key.</source>
        <translation>Ollama n’a pas besoin de clé.</translation>
    </message>
    <message>
        <source>Start llama-server first. It needs a key only when it was given one.</source>
        <translation>Démarrez d’abord llama-server. Il n’a besoin d’une clé que s’il en a reçu une.</translation>
    </message>
    <message>
        <source>The endpoint and the key stand in the Azure portal under Keys and Endpoint. Models are called by the names of your deployments.</source>
        <translation>Le point de terminaison et la clé se trouvent dans le portail Azure, sous Clés et point de terminaison. Les modèles portent le nom de vos déploiements.</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s protocol. The address usually ends in /v1.</source>
        <translation>Tout serveur qui parle le protocole d’OpenAI. L’adresse se termine généralement par /v1.</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>Compatible OpenAI</translation>
    </message>
    <message>
        <source>Built-in demo</source>
        <translation>Démo intégrée</translation>
    </message>
    <message>
        <source>Requests are signed with what you choose below. Without a region that of the environment or of the profile holds.</source>
        <translation>Les requêtes sont signées avec ce que vous choisissez ci-dessous. Sans région, celle de l’environnement ou du profil s’applique.</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderRows</name>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Pas encore utilisé</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Pas de clé</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non joint</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>Au repos</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>It answered the last time it was asked.</source>
        <translation>Il a répondu la dernière fois qu’il a été interrogé.</translation>
    </message>
    <message>
        <source>Nothing has been asked of it since Nexus was started. Test it to be sure.</source>
        <translation>Rien ne lui a été demandé depuis le démarrage de Nexus. Testez-le pour en être sûr.</translation>
    </message>
    <message>
        <source>It needs a key. Add one below.</source>
        <translation>Il a besoin d’une clé. Ajoutez-en une ci-dessous.</translation>
    </message>
    <message>
        <source>The last request to it failed.</source>
        <translation>La dernière requête qui lui a été adressée a échoué.</translation>
    </message>
    <message>
        <source>It failed too often and gets no requests for %1. Then one of them finds out whether it is back.</source>
        <translation>Il a échoué trop souvent et ne reçoit aucune requête pendant %1. Ensuite, l’une d’elles vérifie s’il est de retour.</translation>
    </message>
    <message>
        <source>It failed too often. The next request finds out whether it is back.</source>
        <translation>Il a échoué trop souvent. La prochaine requête vérifie s’il est de retour.</translation>
    </message>
    <message>
        <source>The keychain does not have its key, or is locked. Unlock it, or add the key below.</source>
        <translation>Le trousseau n’a pas sa clé ou est verrouillé. Déverrouillez-le, ou ajoutez la clé ci-dessous.</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Clé refusée</translation>
    </message>
    <message>
        <source>Lists no models</source>
        <translation>Aucun modèle listé</translation>
    </message>
</context>
<context>
    <name>nexus::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Fournisseurs</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Ajouter un fournisseur</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>Demander leurs modèles à tous les fournisseurs</translation>
    </message>
    <message>
        <source>There is no provider yet. Add one to send requests to its models; until then the built-in demo answers.</source>
        <translation>Il n’y a pas encore de fournisseur. Ajoutez-en un pour envoyer des requêtes à ses modèles&#xa0;; d’ici là, la démo intégrée répond.</translation>
    </message>
    <message>
        <source>There is a change that is not saved. Save it or cancel it first.</source>
        <translation>Une modification n’est pas enregistrée. Enregistrez-la ou annulez-la d’abord.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 a été ajouté.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 a été supprimé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>nexus::RequestActions</name>
    <message>
        <source>Compare the two answers</source>
        <translation>Comparer les deux réponses</translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected request(s)…</source>
        <translation>
            <numerusform>Exporter %n requête sélectionnée…</numerusform>
            <numerusform>Exporter %n requêtes sélectionnées…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Copy the request ID</source>
        <translation>Copier l’ID de requête</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copier en</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Send again to</source>
        <translation>Renvoyer à</translation>
    </message>
    <message>
        <source>Open in the playground</source>
        <translation>Ouvrir dans le playground</translation>
    </message>
    <message>
        <source>All requests of this client</source>
        <translation>Toutes les requêtes de ce client</translation>
    </message>
    <message>
        <source>Show the provider</source>
        <translation>Afficher le fournisseur</translation>
    </message>
    <message>
        <source>The request was copied.</source>
        <translation>La requête a été copiée.</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it to send requests.</source>
        <translation>Nexus est actuellement à l’arrêt. Démarrez-le pour envoyer des requêtes.</translation>
    </message>
    <message>
        <source>The request had ended already.</source>
        <translation>La requête était déjà terminée.</translation>
    </message>
    <message>
        <source>The request could not be sent: %1</source>
        <translation>Impossible d’envoyer la requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Colonnes…</translation>
    </message>
    <message>
        <source>Search all models…</source>
        <translation>Chercher parmi tous les modèles…</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1.</source>
        <translation>La requête a été renvoyée et a échoué avec le statut %1.</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1: %2</source>
        <translation>La requête a été renvoyée et a échoué avec le statut %1 : %2</translation>
    </message>
</context>
<context>
    <name>nexus::RequestDetail</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Plus d’actions</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Fermer le détail</translation>
    </message>
    <message>
        <source>Detail of the request</source>
        <translation>Détail de la requête</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>Parties du détail</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>It was too long to be kept whole.</source>
        <translation>Il était trop long pour être conservé en entier.</translation>
    </message>
    <message>
        <source>Put together from a stream, which is under Raw.</source>
        <translation>Assemblé à partir d’un flux, visible sous Brut.</translation>
    </message>
    <message>
        <source>Texts are shown when the request has ended.</source>
        <translation>Les textes s’affichent quand la requête est terminée.</translation>
    </message>
    <message>
        <source>Looking into the history…</source>
        <translation>Recherche dans l’historique…</translation>
    </message>
    <message>
        <source>No history is kept, so there are no texts to show.</source>
        <translation>Aucun historique n’est conservé&#xa0;; il n’y a donc pas de textes à afficher.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Ouvrir les paramètres</translation>
    </message>
    <message>
        <source>Prompts and answers are not kept, only the figures around them.</source>
        <translation>Les prompts et les réponses ne sont pas conservés, seulement les chiffres qui les entourent.</translation>
    </message>
    <message>
        <source>Keep bodies from now on</source>
        <translation>Conserver les corps désormais</translation>
    </message>
    <message>
        <source>Prompts and answers are only kept of requests that failed.</source>
        <translation>Les prompts et les réponses ne sont conservés que pour les requêtes en échec.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The prompt and answer of this request were not kept.</source>
        <translation>Le prompt et la réponse de cette requête n’ont pas été conservés.</translation>
    </message>
    <message>
        <source>The times of a stream&apos;s events are kept together with bodies.</source>
        <translation>Les heures des événements d’un flux sont conservées avec les corps.</translation>
    </message>
</context>
<context>
    <name>nexus::RequestTable</name>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Colonnes habituelles</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>nexus::SaidItemView</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à l’adresse %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, not kept. SHA-256 %3</source>
        <translation>%1, %2, non conservé. SHA-256 %3</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Raisonnement</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are under Request or Answer.</source>
        <translation>
            <numerusform>%n caractère de plus se trouve sous Requête ou Réponse.</numerusform>
            <numerusform>%n caractères de plus se trouvent sous Requête ou Réponse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Résultat d’un outil</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Résultat de %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>Échec de %1</translation>
    </message>
    <message>
        <source>%1, no result yet</source>
        <translation>%1, pas encore de résultat</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>%1, %2, in memory until Nexus ends</source>
        <translation>%1, %2, en mémoire jusqu’à l’arrêt de Nexus</translation>
    </message>
</context>
<context>
    <name>nexus::SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Afficher la saisie</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Masquer la saisie</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>nexus::SettingEditor</name>
    <message>
        <source>Not set</source>
        <translation>Non défini</translation>
    </message>
</context>
<context>
    <name>nexus::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>La modification a été annulée.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>The changes of the settings are not saved. They are lost when you go on without saving.</source>
        <translation>Les modifications des paramètres ne sont pas enregistrées. Elles seront perdues si vous continuez sans enregistrer.</translation>
    </message>
    <message>
        <source>Saved. A part of it takes effect when Nexus is started again.</source>
        <translation>Enregistré. Une partie prend effet au prochain démarrage de Nexus.</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>Enregistré. S’applique dès la prochaine requête.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Show the line</source>
        <translation>Afficher la ligne</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Header rules go below this line, for example: %1</source>
        <translation>Les règles d’en-têtes vont sous cette ligne, par exemple : %1</translation>
    </message>
    <message>
        <source>%1 is not in the file yet. It goes below this line.</source>
        <translation>%1 n’est pas encore dans le fichier. Cela va sous cette ligne.</translation>
    </message>
</context>
<context>
    <name>nexus::Sidebar</name>
    <message>
        <source>Fold the side bar</source>
        <translation>Replier la barre latérale</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>Journal en direct</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Fournisseurs</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
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
        <translation>Se connecter avec</translation>
    </message>
    <message>
        <source>Model in the lines</source>
        <translation>Modèle dans les lignes</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>Lignes à copier</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>nexus::Snippets</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>Le certificat de la passerelle doit être approuvé. S’il s’agit du vôtre, indiquez où il se trouve&#xa0;:</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
</context>
<context>
    <name>nexus::StateLine</name>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Ouvrir les paramètres</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>En service sur %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Paused on %1</source>
        <translation>En pause sur %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt en cours</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>À l’arrêt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
</context>
<context>
    <name>nexus::StepCard</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>Étape %1, terminée&#xa0;: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Étape %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>nexus::TargetChip</name>
    <message>
        <source>Take %1 out</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Poids de %1</translation>
    </message>
    <message>
        <source>The larger its weight, the more requests it gets.</source>
        <translation>Plus son poids est élevé, plus elle reçoit de requêtes.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 Alt and an arrow key move it, Delete takes it out.</source>
        <translation>%1 Alt et une flèche la déplacent, Suppr la retire.</translation>
    </message>
    <message>
        <source>%1 Last test: %2.</source>
        <translation>%1 Dernier test&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>nexus::TargetRow</name>
    <message>
        <source>Another alias.</source>
        <translation>Un autre alias.</translation>
    </message>
    <message>
        <source>Nothing is known of its provider yet.</source>
        <translation>On ne sait encore rien de son fournisseur.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>nexus::TomlEditor</name>
    <message>
        <source>Text of nexus.toml</source>
        <translation>Texte de nexus.toml</translation>
    </message>
</context>
<context>
    <name>nexus::TomlView</name>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Rechercher (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Afficher les modifications</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>Lignes qui vont changer</translation>
    </message>
    <message>
        <source>Save the file (Ctrl+S)</source>
        <translation>Enregistrer le fichier (Ctrl+S)</translation>
    </message>
    <message>
        <source>Show the saved file again. Undo brings your text back.</source>
        <translation>Afficher à nouveau le fichier enregistré. «&#xa0;Annuler&#xa0;» restaure votre texte.</translation>
    </message>
    <message>
        <source>The save was taken back.</source>
        <translation>L’enregistrement a été annulé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Saved. The gateway goes on with the last good configuration until the mistake is mended.</source>
        <translation>Enregistré. La passerelle continue avec la dernière configuration valide jusqu’à ce que l’erreur soit corrigée.</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>Enregistré. S’applique dès la prochaine requête.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8 and can only be read here. Save it as UTF-8 with another editor.</source>
        <translation>Le fichier n’est pas du texte en UTF-8 et ne peut qu’être lu ici. Enregistrez-le en UTF-8 avec un autre éditeur.</translation>
    </message>
    <message>
        <source>There is no file yet. This is what the gateway found without one; saving writes it to %1.</source>
        <translation>Il n’y a pas encore de fichier. Voici ce que la passerelle a trouvé sans fichier&#xa0;; l’enregistrement l’écrit dans %1.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Ligne %1, colonne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Both changes are in the text. Look at it and save.</source>
        <translation>Les deux modifications sont dans le texte. Vérifiez-le et enregistrez.</translation>
    </message>
    <message>
        <source>There is no file yet, and nothing was found to begin it with. What you write here becomes %1.</source>
        <translation>Il n’y a pas encore de fichier, et rien n’a été trouvé pour le commencer. Ce que vous écrivez ici devient %1.</translation>
    </message>
    <message>
        <source>Create the file</source>
        <translation>Créer le fichier</translation>
    </message>
</context>
<context>
    <name>nexus::TranslationView</name>
    <message>
        <source>From the client: %1</source>
        <translation>Du client : %1</translation>
    </message>
    <message>
        <source>Sent to %1: %2</source>
        <translation>Envoyé à %1 : %2</translation>
    </message>
    <message>
        <source>What became of each field</source>
        <translation>Ce qu’est devenu chaque champ</translation>
    </message>
</context>
<context>
    <name>nexus::Tray</name>
    <message>
        <source>Last errors</source>
        <translation>Dernières erreurs</translation>
    </message>
    <message>
        <source>Open Nexus</source>
        <translation>Ouvrir Nexus</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Nexus is serving on %1</source>
        <translation>Nexus est en service sur %1</translation>
    </message>
    <message>
        <source>Nexus is paused</source>
        <translation>Nexus est en pause</translation>
    </message>
    <message>
        <source>Nexus does not serve</source>
        <translation>Nexus est à l’arrêt</translation>
    </message>
    <message>
        <source>Nexus is serving its demo model; add a key to use others</source>
        <translation>Nexus sert son modèle de démonstration&#xa0;; ajoutez une clé pour en utiliser d’autres</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message numerus="yes">
        <source>Today: %n request(s), %1</source>
        <translation>
            <numerusform>Aujourd’hui&#xa0;: %n requête, %1</numerusform>
            <numerusform>Aujourd’hui&#xa0;: %n requêtes, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No key for %1</source>
        <comment>names of providers</comment>
        <translation>Pas de clé pour %1</translation>
    </message>
</context>
<context>
    <name>nexus::TripWatch</name>
    <message>
        <source>The budget %1 is spent</source>
        <translation>Le budget %1 est épuisé</translation>
    </message>
    <message>
        <source>The budget %1 is nearly spent</source>
        <translation>Le budget %1 est presque épuisé</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 fails and is left alone for a while</source>
        <translation>%1 échoue et est mis au repos pour un moment</translation>
    </message>
</context>
<context>
    <name>nexus::TryStep</name>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Say hello in three languages.</source>
        <translation>Dis bonjour en trois langues.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>La réponse apparaît ici au fil de son écriture.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Demande de ses modèles…</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>En attente du premier mot…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>%1 answered in %2</source>
        <translation>%1 a répondu en %2</translation>
    </message>
    <message>
        <source>First token %1 · total %2 · %3 tokens in, %4 out · %5</source>
        <translation>Premier token %1 · total %2 · %3 tokens en entrée, %4 en sortie · %5</translation>
    </message>
    <message>
        <source>Name of a model</source>
        <translation>Nom d’un modèle</translation>
    </message>
    <message>
        <source>The echo model answers with what you say. This comes back as it is.</source>
        <translation>Le modèle echo répond ce que vous dites. Ceci revient tel quel.</translation>
    </message>
</context>
<context>
    <name>nexus::UsageModel</name>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens entrée</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens sortie</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Du cache</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>1er token</translation>
    </message>
    <message>
        <source>Total p50</source>
        <translation>Total p50</translation>
    </message>
    <message>
        <source>Total p95</source>
        <translation>Total p95</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
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
            <numerusform>Le prix de %n requête n’est pas connu&#xa0;; elle n’est pas dans la somme.</numerusform>
            <numerusform>Le prix de %n requêtes n’est pas connu&#xa0;; elles ne sont pas dans la somme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider did not count the tokens of %n request(s); they are estimated.</source>
        <translation>
            <numerusform>Le fournisseur n’a pas compté les tokens de %n requête&#xa0;; ils sont estimés.</numerusform>
            <numerusform>Le fournisseur n’a pas compté les tokens de %n requêtes&#xa0;; ils sont estimés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::UsagePage</name>
    <message>
        <source>Usage</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Du … au …</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Groupé par</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Par modèle</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Par fournisseur</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Par client</translation>
    </message>
    <message>
        <source>By alias</source>
        <translation>Par alias</translation>
    </message>
    <message>
        <source>Height of the bars</source>
        <translation>Hauteur des barres</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Enregistrer en CSV</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Usage by name</source>
        <translation>Utilisation par nom</translation>
    </message>
    <message>
        <source>Press Enter to see the requests of a row</source>
        <translation>Appuyez sur Entrée pour voir les requêtes d’une ligne</translation>
    </message>
    <message>
        <source>The history is off, so nothing is counted.</source>
        <translation>L’historique est désactivé&#xa0;; rien n’est donc compté.</translation>
    </message>
    <message>
        <source>Turn it on in Settings</source>
        <translation>L’activer dans les Paramètres</translation>
    </message>
    <message>
        <source>There were no requests to a model in this time.</source>
        <translation>Aucune requête à un modèle pendant cette période.</translation>
    </message>
    <message>
        <source>Try a model in the playground</source>
        <translation>Essayer un modèle dans le playground</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>tous les autres</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Enregistré dans %1.</translation>
    </message>
    <message>
        <source>Usage over time</source>
        <translation>Utilisation au fil du temps</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Par jour</translation>
    </message>
</context>
<context>
    <name>nexus::WelcomePage</name>
    <message>
        <source>Welcome to Nexus</source>
        <translation>Bienvenue dans Nexus</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>All of this can be done later on its pages.</source>
        <translation>Tout cela peut se faire plus tard sur les pages correspondantes.</translation>
    </message>
    <message>
        <source>Three steps, and your programs talk to every model through one address.</source>
        <translation>Trois étapes, et vos programmes parlent à tous les modèles par une seule adresse.</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Ajouter une clé</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>Connecter votre application</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>copié</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 a été ajouté</translation>
    </message>
    <message>
        <source>the demo model, for now</source>
        <translation>le modèle de démonstration, pour l’instant</translation>
    </message>
</context>
</TS>
