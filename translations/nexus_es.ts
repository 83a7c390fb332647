<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnswerSchema</name>
    <message>
        <source>A schema is an object in braces.</source>
        <translation>Un esquema es un objeto entre llaves.</translation>
    </message>
    <message>
        <source>%1 is no type. There are string, number, integer, boolean, object, array and null.</source>
        <translation>%1 no es un tipo. Existen string, number, integer, boolean, object, array y null.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>La lista está vacía.</translation>
    </message>
    <message>
        <source>This has to be a list of the values that are allowed.</source>
        <translation>Aquí debe ir una lista de los valores permitidos.</translation>
    </message>
    <message>
        <source>This has to be a number.</source>
        <translation>Aquí debe ir un número.</translation>
    </message>
    <message>
        <source>This has to be a number from 0.</source>
        <translation>Aquí debe ir un número a partir de 0.</translation>
    </message>
    <message>
        <source>This has to be a text like #/$defs/name.</source>
        <translation>Aquí debe ir un texto como #/$defs/name.</translation>
    </message>
    <message>
        <source>%1 leads nowhere in this schema.</source>
        <translation>%1 no lleva a ninguna parte de este esquema.</translation>
    </message>
    <message>
        <source>This has to be an object of names and their schemas.</source>
        <translation>Aquí debe ir un objeto de nombres y sus esquemas.</translation>
    </message>
    <message>
        <source>This has to be a list of schemas.</source>
        <translation>Aquí debe ir una lista de esquemas.</translation>
    </message>
    <message>
        <source>This has to be a list of names.</source>
        <translation>Aquí debe ir una lista de nombres.</translation>
    </message>
    <message>
        <source>“%1” is required, but it is not among the properties.</source>
        <translation>«%1» es obligatorio, pero no está entre las propiedades.</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>En %1: %2</translation>
    </message>
    <message>
        <source>This is not JSON. Look at line %1: %2</source>
        <translation>Esto no es JSON. Revisa la línea %1: %2</translation>
    </message>
    <message>
        <source>This JSON is nested too deeply. Make it simpler.</source>
        <translation>Este JSON está anidado a demasiada profundidad. Simplifícalo.</translation>
    </message>
    <message>
        <source>Write a JSON schema, or choose another form of answers.</source>
        <translation>Escribe un esquema JSON o elige otra forma de respuesta.</translation>
    </message>
    <message>
        <source>The schema needs a name of letters, digits, - and _: {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}.</source>
        <translation>El esquema necesita un nombre de letras, dígitos, - y _: {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}.</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>No se puede escribir %1: %2.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>no se puede crear su carpeta</translation>
    </message>
    <message>
        <source>The registry does not let Nexus change what starts at login.</source>
        <translation>El registro no permite a Nexus cambiar lo que se inicia con la sesión.</translation>
    </message>
</context>
<context>
    <name>ChatCode</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>El certificado de la pasarela debe ser de confianza. Si es propio, indica dónde está:</translation>
    </message>
</context>
<context>
    <name>ChatDraft</name>
    <message>
        <source>Tools are a list. Begin with [ and end with ].</source>
        <translation>Las herramientas son una lista. Empieza con [ y termina con ].</translation>
    </message>
    <message>
        <source>Tool %1 needs a name: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}.</source>
        <translation>La herramienta %1 necesita un nombre: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Read the configuration again</source>
        <translation>Volver a leer la configuración</translation>
    </message>
    <message>
        <source>Ask providers for their models</source>
        <translation>Consultar los modelos de los proveedores</translation>
    </message>
    <message>
        <source>Edit nexus.toml</source>
        <translation>Editar nexus.toml</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Show requests that failed</source>
        <translation>Mostrar las solicitudes fallidas</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Añadir un proveedor</translation>
    </message>
    <message>
        <source>Add an alias</source>
        <translation>Añadir un alias</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Añadir un presupuesto</translation>
    </message>
    <message>
        <source>Save the usage as CSV</source>
        <translation>Guardar el uso como CSV</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>Tema: como el sistema</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Tema: claro</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Tema: oscuro</translation>
    </message>
</context>
<context>
    <name>ConsoleRows</name>
    <message>
        <source>Start at login</source>
        <translation>Iniciar con la sesión</translation>
    </message>
    <message>
        <source>Start Nexus when you log in to this computer.</source>
        <translation>Inicia Nexus al entrar en la sesión de este equipo.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Whether the window is light or dark.</source>
        <translation>Si la ventana es clara u oscura.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>In what language the window speaks.</source>
        <translation>El idioma de la ventana.</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>Iniciar oculto</translation>
    </message>
    <message>
        <source>Begin as an icon in the tray, without a window.</source>
        <translation>Empieza como icono en la bandeja, sin ventana.</translation>
    </message>
    <message>
        <source>Serve at start</source>
        <translation>Servir al iniciar</translation>
    </message>
    <message>
        <source>Answer requests as soon as Nexus is started.</source>
        <translation>Responde solicitudes en cuanto se inicia Nexus.</translation>
    </message>
    <message>
        <source>Go on without a window</source>
        <translation>Seguir sin ventana</translation>
    </message>
    <message>
        <source>Closing the window leaves Nexus serving, with an icon in the tray.</source>
        <translation>Al cerrar la ventana, Nexus sigue en servicio con un icono en la bandeja.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Tell the desktop when a budget is spent or a provider rests.</source>
        <translation>Avisa en el escritorio cuando se agota un presupuesto o un proveedor entra en reposo.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>An image or file</source>
        <translation>Una imagen o un archivo</translation>
    </message>
    <message>
        <source>The provider shows no text of this.</source>
        <translation>El proveedor no muestra ningún texto de esto.</translation>
    </message>
    <message>
        <source>The prompt cannot be shown as a conversation: %1</source>
        <translation>El prompt no se puede mostrar como conversación: %1</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole. What is kept is under Request.</source>
        <translation>El prompt era demasiado largo para guardarlo entero. Lo guardado está en Solicitud.</translation>
    </message>
    <message>
        <source>The answer was too long to be kept whole. What is kept is under Answer.</source>
        <translation>La respuesta era demasiado larga para guardarla entera. Lo guardado está en Respuesta.</translation>
    </message>
    <message>
        <source>The answer is no message of a model. It is under Answer.</source>
        <translation>La respuesta no es un mensaje de un modelo. Está en Respuesta.</translation>
    </message>
</context>
<context>
    <name>KeepAsAlias</name>
    <message>
        <source>There is an alias of this name. Choose another name.</source>
        <translation>Ya hay un alias con este nombre. Elige otro nombre.</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Esfuerzo de razonamiento</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>Secuencias de parada</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>Forma de las respuestas</translation>
    </message>
    <message>
        <source>An alias cannot hold these settings, which stay behind: %1.</source>
        <translation>Un alias no puede contener estos ajustes, que se quedan fuera: %1.</translation>
    </message>
</context>
<context>
    <name>ModelNames</name>
    <message>
        <source>Azure does not tell which deployments there are. Type the name of one.</source>
        <translation>Azure no dice qué despliegues hay. Escribe el nombre de uno.</translation>
    </message>
    <message>
        <source>Without a key it does not tell which models it has. Type the name of one.</source>
        <translation>Sin clave no dice qué modelos tiene. Escribe el nombre de uno.</translation>
    </message>
    <message>
        <source>Its models cannot be listed, type the name of one. %1</source>
        <comment>and the error</comment>
        <translation>No se pueden listar sus modelos, escribe el nombre de uno. %1</translation>
    </message>
    <message>
        <source>It lists no models. Type the name of one.</source>
        <translation>No lista ningún modelo. Escribe el nombre de uno.</translation>
    </message>
</context>
<context>
    <name>RequestCells</name>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 de entrada, %2 de salida</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Model → target</source>
        <translation>Modelo → destino</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>1.er token</translation>
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
        <translation>Coste</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>ID de solicitud</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniéndose</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Esperando</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>En streaming</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Respondiendo</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>%1 en caché</translation>
    </message>
    <message>
        <source>Refused %1</source>
        <translation>Rechazada %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Fallida %1</translation>
    </message>
    <message>
        <source>Client left</source>
        <translation>Cliente desconectado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>The provider has not answered yet.</source>
        <translation>El proveedor aún no ha respondido.</translation>
    </message>
    <message>
        <source>The answer is being written.</source>
        <translation>La respuesta se está escribiendo.</translation>
    </message>
    <message>
        <source>Answered from the cache, without a provider.</source>
        <translation>Respondida desde la caché, sin proveedor.</translation>
    </message>
    <message>
        <source>The client got the provider&apos;s error with status %1.</source>
        <translation>El cliente recibió el error del proveedor con el estado %1.</translation>
    </message>
    <message>
        <source>The client got the whole answer.</source>
        <translation>El cliente recibió la respuesta completa.</translation>
    </message>
    <message>
        <source>Nexus refused it with status %1. No provider was asked.</source>
        <translation>Nexus la rechazó con el estado %1. No se consultó a ningún proveedor.</translation>
    </message>
    <message>
        <source>No provider could answer. The client got status %1.</source>
        <translation>Ningún proveedor pudo responder. El cliente recibió el estado %1.</translation>
    </message>
    <message>
        <source>The client closed the connection before the answer was complete.</source>
        <translation>El cliente cerró la conexión antes de que la respuesta estuviera completa.</translation>
    </message>
    <message>
        <source>It was stopped here before the answer was complete.</source>
        <translation>Se detuvo aquí antes de que la respuesta estuviera completa.</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Acierto</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartida</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Bypassed</source>
        <translation>Omitida</translation>
    </message>
</context>
<context>
    <name>RequestCode</name>
    <message>
        <source>The prompt of this request was not kept.</source>
        <translation>El prompt de esta solicitud no se guardó.</translation>
    </message>
    <message>
        <source>The images and files of this prompt were not kept, so that it cannot be sent again.</source>
        <translation>Las imágenes y los archivos de este prompt no se guardaron, así que no se puede enviar de nuevo.</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole, so that it cannot be sent again.</source>
        <translation>El prompt era demasiado largo para guardarlo entero, así que no se puede enviar de nuevo.</translation>
    </message>
</context>
<context>
    <name>RequestExport</name>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>No se pudo escribir el archivo: %1.</translation>
    </message>
</context>
<context>
    <name>RequestFacts</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Input from the provider&apos;s cache</source>
        <translation>Entrada desde la caché del proveedor</translation>
    </message>
    <message>
        <source>Input into the provider&apos;s cache</source>
        <translation>Entrada en la caché del proveedor</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Razonamiento</translation>
    </message>
    <message>
        <source>Price of %1 from %2.</source>
        <translation>Precio de %1 según %2.</translation>
    </message>
    <message>
        <source>Price of %1 from %2, as of %3.</source>
        <translation>Precio de %1 según %2, a fecha de %3.</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 tras %2</translation>
    </message>
    <message>
        <source>no answer after %1</source>
        <translation>sin respuesta tras %1</translation>
    </message>
    <message>
        <source>The cost is known when the answer is complete.</source>
        <translation>El coste se sabe cuando la respuesta está completa.</translation>
    </message>
    <message>
        <source>The answer came from the cache, so that it cost nothing.</source>
        <translation>La respuesta salió de la caché, así que no costó nada.</translation>
    </message>
    <message>
        <source>No provider was asked, so that it cost nothing.</source>
        <translation>No se consultó a ningún proveedor, así que no costó nada.</translation>
    </message>
    <message>
        <source>The provider did not say how many tokens it used, so that the cost is not known.</source>
        <translation>El proveedor no dijo cuántos tokens usó, así que no se conoce el coste.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>The provider did not count; tokens are estimated.</source>
        <translation>El proveedor no contó; los tokens son una estimación.</translation>
    </message>
    <message>
        <source>No provider was asked, so that nothing was translated.</source>
        <translation>No se consultó a ningún proveedor, así que no se tradujo nada.</translation>
    </message>
    <message>
        <source>The client spoke %1. The provider is not in the configuration any more.</source>
        <translation>El cliente habló %1. El proveedor ya no está en la configuración.</translation>
    </message>
    <message>
        <source>The client spoke %1, the provider %2. Request and answer were translated.</source>
        <translation>El cliente habló %1; el proveedor, %2. Se tradujeron la solicitud y la respuesta.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>asked for as %1</source>
        <translation>pedido como %1</translation>
    </message>
    <message>
        <source>The provider has nothing like it.</source>
        <translation>El proveedor no tiene nada parecido.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agente de usuario</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>ID de solicitud</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Answered here</source>
        <translation>Respondida aquí</translation>
    </message>
    <message>
        <source>Before a provider was asked</source>
        <translation>Antes de consultar a un proveedor</translation>
    </message>
    <message>
        <source>Attempts that failed</source>
        <translation>Intentos fallidos</translation>
    </message>
    <message>
        <source>Waiting for the provider</source>
        <translation>Esperando al proveedor</translation>
    </message>
    <message>
        <source>Streaming the answer</source>
        <translation>Streaming de la respuesta</translation>
    </message>
    <message>
        <source>Sending the answer</source>
        <translation>Envío de la respuesta</translation>
    </message>
    <message>
        <source>Client and provider both speak %1, so that nothing had to be translated.</source>
        <translation>El cliente y el proveedor hablan %1, así que no hubo nada que traducir.</translation>
    </message>
    <message>
        <source>The two requests cannot be compared field by field: one is cut, or no JSON.</source>
        <translation>Las dos solicitudes no se pueden comparar campo por campo: una está recortada o no es JSON.</translation>
    </message>
    <message>
        <source>The provider got the request byte for byte as the client sent it.</source>
        <translation>El proveedor recibió la solicitud byte por byte tal como la envió el cliente.</translation>
    </message>
    <message>
        <source>What was sent to the provider was not kept, so that only fields are known that the gateway dropped. It is kept together with bodies.</source>
        <translation>Lo enviado al proveedor no se guardó; solo se conocen los campos que la pasarela omitió. Se guarda junto con los cuerpos.</translation>
    </message>
    <message>
        <source>The address says it, or the gateway sees to it.</source>
        <translation>Lo dice la dirección, o la pasarela se encarga de ello.</translation>
    </message>
    <message>
        <source>The gateway set it, not the client.</source>
        <translation>Lo puso la pasarela, no el cliente.</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>renamed to %1</source>
        <translation>renombrado a %1</translation>
    </message>
    <message>
        <source>renamed from %1</source>
        <translation>renombrado desde %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>not in the body</source>
        <translation>no en el cuerpo</translation>
    </message>
    <message>
        <source>defaulted</source>
        <translation>valor predeterminado</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>Keys and cookies in headers are not kept; the last letters of a key say which it was.</source>
        <translation>Las claves y cookies de los encabezados no se guardan; los últimos caracteres de una clave dicen cuál era.</translation>
    </message>
    <message>
        <source>Headers are kept together with bodies. This is what is known of the request:</source>
        <translation>Los encabezados se guardan junto con los cuerpos. Esto se sabe de la solicitud:</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>Encabezados de la solicitud</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>Encabezados de la respuesta</translation>
    </message>
    <message>
        <source>There is no price for this model. Give it one on the page of models.</source>
        <translation>No hay precio para este modelo. Indícalo en la página de modelos.</translation>
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
            <numerusform>%1 token × %2 por millón</numerusform>
            <numerusform>%1 tokens × %2 por millón</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s), part of the output</source>
        <translation>
            <numerusform>%1 token, parte de la salida</numerusform>
            <numerusform>%1 tokens, parte de la salida</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Allowed hosts</source>
        <translation>Hosts permitidos</translation>
    </message>
    <message>
        <source>Names under which clients may reach the gateway, beside this machine; * lets all in.</source>
        <translation>Nombres con los que los clientes pueden llegar a la pasarela, además de este equipo; * admite todos.</translation>
    </message>
    <message>
        <source>Protection from foreign pages</source>
        <translation>Protección contra páginas ajenas</translation>
    </message>
    <message>
        <source>Requests must carry the header below, which a foreign web page cannot send.</source>
        <translation>Las solicitudes deben llevar el encabezado de abajo, que una página web ajena no puede enviar.</translation>
    </message>
    <message>
        <source>Header of the protection</source>
        <translation>Encabezado de la protección</translation>
    </message>
    <message>
        <source>Any value of this header will do.</source>
        <translation>Sirve cualquier valor de este encabezado.</translation>
    </message>
    <message>
        <source>Allowed origins</source>
        <translation>Orígenes permitidos</translation>
    </message>
    <message>
        <source>Web pages that may ask, such as https://app.example.com; * stands for all.</source>
        <translation>Páginas web que pueden preguntar, como https://app.example.com; * vale por todas.</translation>
    </message>
    <message>
        <source>Allowed methods</source>
        <translation>Métodos permitidos</translation>
    </message>
    <message>
        <source>What those pages may send, such as GET, POST.</source>
        <translation>Lo que esas páginas pueden enviar, como GET, POST.</translation>
    </message>
    <message>
        <source>Allowed headers</source>
        <translation>Encabezados permitidos</translation>
    </message>
    <message>
        <source>Headers that those pages may send.</source>
        <translation>Encabezados que esas páginas pueden enviar.</translation>
    </message>
    <message>
        <source>Exposed headers</source>
        <translation>Encabezados expuestos</translation>
    </message>
    <message>
        <source>Headers of answers that those pages may read.</source>
        <translation>Encabezados de las respuestas que esas páginas pueden leer.</translation>
    </message>
    <message>
        <source>Memory of browsers</source>
        <translation>Memoria de los navegadores</translation>
    </message>
    <message>
        <source>How long a browser may remember these rules: seconds, or a duration such as 1h.</source>
        <translation>Cuánto puede recordar un navegador estas reglas: segundos, o una duración como 1h.</translation>
    </message>
    <message>
        <source>Credentials of pages</source>
        <translation>Credenciales de las páginas</translation>
    </message>
    <message>
        <source>Whether pages may send cookies and the like; cannot be combined with *.</source>
        <translation>Si las páginas pueden enviar cookies y similares; no se puede combinar con *.</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>Red privada</translation>
    </message>
    <message>
        <source>Whether public pages may reach a private address.</source>
        <translation>Si las páginas públicas pueden llegar a una dirección privada.</translation>
    </message>
    <message>
        <source>Key set for tokens</source>
        <translation>Conjunto de claves para tokens</translation>
    </message>
    <message>
        <source>Address of the key set (JWKS); with it every request needs a token.</source>
        <translation>Dirección del conjunto de claves (JWKS); con él, toda solicitud necesita un token.</translation>
    </message>
    <message>
        <source>Renewal of the key set</source>
        <translation>Renovación del conjunto de claves</translation>
    </message>
    <message>
        <source>How often the key set is fetched again; without it only when a key is missing.</source>
        <translation>Cada cuánto se vuelve a obtener el conjunto de claves; sin valor, solo cuando falta una clave.</translation>
    </message>
    <message>
        <source>Expected issuer</source>
        <translation>Emisor esperado</translation>
    </message>
    <message>
        <source>What a token must say, letter for letter; anything without it.</source>
        <translation>Lo que debe decir un token, letra por letra; sin valor, cualquier cosa.</translation>
    </message>
    <message>
        <source>Expected audience</source>
        <translation>Audiencia esperada</translation>
    </message>
    <message>
        <source>Address of this gateway</source>
        <translation>Dirección de esta pasarela</translation>
    </message>
    <message>
        <source>How the page for clients with tokens calls the gateway; required with a key set.</source>
        <translation>Cómo llama a la pasarela la página para clientes con tokens; obligatorio con un conjunto de claves.</translation>
    </message>
    <message>
        <source>Authorization servers</source>
        <translation>Servidores de autorización</translation>
    </message>
    <message>
        <source>Addresses where clients get tokens; at least one with a key set.</source>
        <translation>Direcciones donde los clientes obtienen tokens; al menos una con un conjunto de claves.</translation>
    </message>
    <message>
        <source>Identify clients</source>
        <translation>Identificar a los clientes</translation>
    </message>
    <message>
        <source>Every request must say who it is from.</source>
        <translation>Toda solicitud debe decir de quién es.</translation>
    </message>
    <message>
        <source>Client from a token</source>
        <translation>Cliente a partir de un token</translation>
    </message>
    <message>
        <source>The claim that holds the name of the client; a dotted path.</source>
        <translation>El claim que contiene el nombre del cliente; una ruta con puntos.</translation>
    </message>
    <message>
        <source>Client from a header</source>
        <translation>Cliente a partir de un encabezado</translation>
    </message>
    <message>
        <source>The header that holds the name of the client, in place of a claim.</source>
        <translation>El encabezado que contiene el nombre del cliente, en lugar de un claim.</translation>
    </message>
    <message>
        <source>Group from a token</source>
        <translation>Grupo a partir de un token</translation>
    </message>
    <message>
        <source>The claim that holds the group of the client; a dotted path.</source>
        <translation>El claim que contiene el grupo del cliente; una ruta con puntos.</translation>
    </message>
    <message>
        <source>Group from a header</source>
        <translation>Grupo a partir de un encabezado</translation>
    </message>
    <message>
        <source>The header that holds the group of the client, in place of a claim.</source>
        <translation>El encabezado que contiene el grupo del cliente, en lugar de un claim.</translation>
    </message>
    <message>
        <source>Known groups</source>
        <translation>Grupos conocidos</translation>
    </message>
    <message>
        <source>The groups there are.</source>
        <translation>Los grupos que hay.</translation>
    </message>
    <message>
        <source>Believe X-Real-IP</source>
        <translation>Confiar en X-Real-IP</translation>
    </message>
    <message>
        <source>Take the address of a client from this header of a proxy in front.</source>
        <translation>Toma la dirección del cliente de este encabezado de un proxy antepuesto.</translation>
    </message>
    <message>
        <source>Trusted hops</source>
        <translation>Saltos de confianza</translation>
    </message>
    <message>
        <source>Which entry of X-Forwarded-For is believed, counted from the right, from 0.</source>
        <translation>Qué entrada de X-Forwarded-For se da por buena, contando desde la derecha, desde 0.</translation>
    </message>
    <message>
        <source>hops</source>
        <translation>saltos</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>Llevar un historial</translation>
    </message>
    <message>
        <source>Whether requests are remembered on this machine.</source>
        <translation>Si las solicitudes se recuerdan en este equipo.</translation>
    </message>
    <message>
        <source>Length of the history</source>
        <translation>Duración del historial</translation>
    </message>
    <message>
        <source>Older requests are forgotten.</source>
        <translation>Las solicitudes más antiguas se olvidan.</translation>
    </message>
    <message>
        <source>Keep prompts and answers</source>
        <translation>Guardar prompts y respuestas</translation>
    </message>
    <message>
        <source>Not at all, of requests that failed, or of all; they stay on this machine.</source>
        <translation>De ninguna solicitud, de las fallidas o de todas; se quedan en este equipo.</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>Texto más largo</translation>
    </message>
    <message>
        <source>Of each prompt and answer; what is longer is cut.</source>
        <translation>De cada prompt y respuesta; lo que exceda se corta.</translation>
    </message>
    <message>
        <source>Size of the history</source>
        <translation>Tamaño del historial</translation>
    </message>
    <message>
        <source>When it is larger, prompts and answers go first.</source>
        <translation>Cuando lo supera, primero se borran los prompts y las respuestas.</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Precios propios</translation>
    </message>
    <message>
        <source>A file of prices, in the form of LiteLLM, that wins over the built-in ones.</source>
        <translation>Un archivo de precios, en el formato de LiteLLM, que prevalece sobre los integrados.</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>Nombre del servicio</translation>
    </message>
    <message>
        <source>What collectors call this gateway.</source>
        <translation>Cómo llaman los recolectores a esta pasarela.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Whether traces and metrics go to a collector.</source>
        <translation>Si las trazas y métricas van a un recolector.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Only http is spoken; with grpc nothing is exported.</source>
        <translation>Solo se habla http; con grpc no se exporta nada.</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Recolector</translation>
    </message>
    <message>
        <source>Its address; /v1/traces and /v1/metrics are added.</source>
        <translation>Su dirección; se añaden /v1/traces y /v1/metrics.</translation>
    </message>
    <message>
        <source>Time for an export</source>
        <translation>Tiempo por exportación</translation>
    </message>
    <message>
        <source>How long one export may take.</source>
        <translation>Cuánto puede durar una exportación.</translation>
    </message>
    <message>
        <source>Pause between exports</source>
        <translation>Pausa entre exportaciones</translation>
    </message>
    <message>
        <source>How long spans are gathered.</source>
        <translation>Durante cuánto tiempo se reúnen los spans.</translation>
    </message>
    <message>
        <source>Spans that wait</source>
        <translation>Spans en espera</translation>
    </message>
    <message>
        <source>What finds no room is lost.</source>
        <translation>Lo que no cabe se pierde.</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>Spans in one export</source>
        <translation>Spans por exportación</translation>
    </message>
    <message>
        <source>How many are sent together.</source>
        <translation>Cuántos se envían juntos.</translation>
    </message>
    <message>
        <source>Share of traces</source>
        <translation>Proporción de trazas</translation>
    </message>
    <message>
        <source>From 0 for none to 1 for all.</source>
        <translation>De 0 (ninguna) a 1 (todas).</translation>
    </message>
    <message>
        <source>Follow the caller</source>
        <translation>Seguir a quien llama</translation>
    </message>
    <message>
        <source>Whether a trace that a client began is exported when the client says so.</source>
        <translation>Si una traza que empezó un cliente se exporta cuando el cliente lo indica.</translation>
    </message>
    <message>
        <source>Attributes of a span</source>
        <translation>Atributos de un span</translation>
    </message>
    <message>
        <source>How many a span carries at most.</source>
        <translation>Cuántos lleva un span como máximo.</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>atributos</translation>
    </message>
    <message>
        <source>Listen address</source>
        <translation>Dirección de escucha</translation>
    </message>
    <message>
        <source>Where clients connect; :8000 is this machine only, 0.0.0.0:8000 everybody who reaches it.</source>
        <translation>Donde se conectan los clientes; :8000 es solo este equipo, 0.0.0.0:8000 todos los que llegan a él.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Hilos de trabajo</translation>
    </message>
    <message>
        <source>Threads that serve requests: auto, or 1 to 256.</source>
        <translation>Hilos que atienden solicitudes: auto, o de 1 a 256.</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Máximo de conexiones</translation>
    </message>
    <message>
        <source>A further connection is turned away with 503.</source>
        <translation>Las conexiones de más se rechazan con 503.</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>conexiones</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>Solicitud más grande</translation>
    </message>
    <message>
        <source>A larger request body is refused with 413.</source>
        <translation>Un cuerpo de solicitud mayor se rechaza con 413.</translation>
    </message>
    <message>
        <source>Time to finish</source>
        <translation>Tiempo para terminar</translation>
    </message>
    <message>
        <source>How long running requests may go on when Nexus is told to stop.</source>
        <translation>Cuánto pueden seguir las solicitudes en curso cuando Nexus debe detenerse.</translation>
    </message>
    <message>
        <source>Serve models</source>
        <translation>Servir modelos</translation>
    </message>
    <message>
        <source>Whether requests for models are answered at all.</source>
        <translation>Si se responden las solicitudes de modelos.</translation>
    </message>
    <message>
        <source>Keep-alive of streams</source>
        <translation>Keep-alive de los streams</translation>
    </message>
    <message>
        <source>A silent stream gets a comment this often, so that nothing on the way closes it; off sends none.</source>
        <translation>Un stream en silencio recibe un comentario con esta frecuencia, para que nada lo cierre por el camino; off no envía ninguno.</translation>
    </message>
    <message>
        <source>OpenAI&apos;s API</source>
        <translation>API de OpenAI</translation>
    </message>
    <message>
        <source>Serve clients that speak to OpenAI.</source>
        <translation>Sirve a los clientes que hablan con OpenAI.</translation>
    </message>
    <message>
        <source>Path of OpenAI&apos;s API</source>
        <translation>Ruta de la API de OpenAI</translation>
    </message>
    <message>
        <source>Where it is served, followed by /v1.</source>
        <translation>Donde se sirve, seguida de /v1.</translation>
    </message>
    <message>
        <source>Anthropic&apos;s API</source>
        <translation>API de Anthropic</translation>
    </message>
    <message>
        <source>Serve clients that speak to Anthropic.</source>
        <translation>Sirve a los clientes que hablan con Anthropic.</translation>
    </message>
    <message>
        <source>Path of Anthropic&apos;s API</source>
        <translation>Ruta de la API de Anthropic</translation>
    </message>
    <message>
        <source>Anthropic proxy</source>
        <translation>Proxy de Anthropic</translation>
    </message>
    <message>
        <source>Hand everything below its path to Anthropic unchanged, with the client&apos;s own key.</source>
        <translation>Pasa todo lo que cuelga de su ruta a Anthropic sin cambios, con la clave del propio cliente.</translation>
    </message>
    <message>
        <source>Path of the proxy</source>
        <translation>Ruta del proxy</translation>
    </message>
    <message>
        <source>Address behind the proxy</source>
        <translation>Dirección detrás del proxy</translation>
    </message>
    <message>
        <source>Where the proxy leads, without /v1.</source>
        <translation>Adónde lleva el proxy, sin /v1.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>PEM file with the chain of certificates; with it and its key the gateway speaks HTTPS.</source>
        <translation>Archivo PEM con la cadena de certificados; con él y su clave, la pasarela habla HTTPS.</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>Clave del certificado</translation>
    </message>
    <message>
        <source>PEM file with the key, without a passphrase.</source>
        <translation>Archivo PEM con la clave, sin frase de contraseña.</translation>
    </message>
    <message>
        <source>Health page</source>
        <translation>Página de estado</translation>
    </message>
    <message>
        <source>Whether the page that tells the state of the gateway is served.</source>
        <translation>Si se sirve la página que indica el estado de la pasarela.</translation>
    </message>
    <message>
        <source>Path of the health page</source>
        <translation>Ruta de la página de estado</translation>
    </message>
    <message>
        <source>Where it is served.</source>
        <translation>Donde se sirve.</translation>
    </message>
    <message>
        <source>Own address of the health page</source>
        <translation>Dirección propia de la página de estado</translation>
    </message>
    <message>
        <source>An address of its own, such as 127.0.0.1:9000; the page is then only there.</source>
        <translation>Una dirección aparte, como 127.0.0.1:9000; entonces la página solo está ahí.</translation>
    </message>
    <message>
        <source>Write a whole number, such as 100.</source>
        <translation>Escribe un número entero, como 100.</translation>
    </message>
    <message>
        <source>Write a number, such as 0.5.</source>
        <translation>Escribe un número, como 0.5.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Retries and timeouts</source>
        <translation>Reintentos y tiempos de espera</translation>
    </message>
    <message>
        <source>Ledger and privacy</source>
        <translation>Historial y privacidad</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetría</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Limit requests</source>
        <translation>Limitar solicitudes</translation>
    </message>
    <message>
        <source>Whether the limits below hold.</source>
        <translation>Si rigen los límites de abajo.</translation>
    </message>
    <message>
        <source>Requests of all</source>
        <translation>Solicitudes de todos</translation>
    </message>
    <message>
        <source>How many requests all clients together may send; 0 blocks.</source>
        <translation>Cuántas solicitudes pueden enviar todos los clientes juntos; 0 bloquea.</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>solicitudes</translation>
    </message>
    <message>
        <source>Time for all</source>
        <translation>Tiempo para todos</translation>
    </message>
    <message>
        <source>The sliding window in which they are counted.</source>
        <translation>La ventana deslizante en la que se cuentan.</translation>
    </message>
    <message>
        <source>Requests of an address</source>
        <translation>Solicitudes por dirección</translation>
    </message>
    <message>
        <source>How many requests each address may send; 0 blocks.</source>
        <translation>Cuántas solicitudes puede enviar cada dirección; 0 bloquea.</translation>
    </message>
    <message>
        <source>Time for an address</source>
        <translation>Tiempo por dirección</translation>
    </message>
    <message>
        <source>Where counts are kept</source>
        <translation>Dónde se guardan los recuentos</translation>
    </message>
    <message>
        <source>In memory, or in Redis to share them between machines.</source>
        <translation>En memoria, o en Redis para compartirlos entre equipos.</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Dirección de Redis</translation>
    </message>
    <message>
        <source>Such as redis://10.0.0.5:6379; keep a password in the environment: {{ env.NAME }}.</source>
        <translation>Como redis://10.0.0.5:6379; guarda la contraseña en el entorno: {{ env.NAME }}.</translation>
    </message>
    <message>
        <source>Prefix in Redis</source>
        <translation>Prefijo en Redis</translation>
    </message>
    <message>
        <source>What the names of counts begin with.</source>
        <translation>Cómo empiezan los nombres de los recuentos.</translation>
    </message>
    <message>
        <source>While Redis is lost</source>
        <translation>Si se pierde Redis</translation>
    </message>
    <message>
        <source>Let requests pass uncounted, or refuse them with 503.</source>
        <translation>Deja pasar las solicitudes sin contar o las rechaza con 503.</translation>
    </message>
    <message>
        <source>Answer of Redis</source>
        <translation>Respuesta de Redis</translation>
    </message>
    <message>
        <source>How long an answer may take.</source>
        <translation>Cuánto puede tardar una respuesta.</translation>
    </message>
    <message>
        <source>Connection to Redis</source>
        <translation>Conexión con Redis</translation>
    </message>
    <message>
        <source>How long connecting may take.</source>
        <translation>Cuánto puede tardar en conectarse.</translation>
    </message>
    <message>
        <source>Most connections to Redis</source>
        <translation>Máximo de conexiones con Redis</translation>
    </message>
    <message>
        <source>How many connections are held at once.</source>
        <translation>Cuántas conexiones se mantienen a la vez.</translation>
    </message>
    <message>
        <source>Idle connections to Redis</source>
        <translation>Conexiones inactivas con Redis</translation>
    </message>
    <message>
        <source>How many are kept ready.</source>
        <translation>Cuántas se mantienen listas.</translation>
    </message>
    <message>
        <source>Making of a connection</source>
        <translation>Creación de una conexión</translation>
    </message>
    <message>
        <source>How long it may take until one is made.</source>
        <translation>Cuánto puede tardar en crearse una.</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>Espera de una conexión</translation>
    </message>
    <message>
        <source>How long a request waits for a free one.</source>
        <translation>Cuánto espera una solicitud a que haya una libre.</translation>
    </message>
    <message>
        <source>Renewal of connections</source>
        <translation>Renovación de conexiones</translation>
    </message>
    <message>
        <source>An idle connection is closed after this time.</source>
        <translation>Una conexión inactiva se cierra tras este tiempo.</translation>
    </message>
    <message>
        <source>Encrypt Redis</source>
        <translation>Cifrar Redis</translation>
    </message>
    <message>
        <source>Whether the connection to Redis is encrypted.</source>
        <translation>Si la conexión con Redis va cifrada.</translation>
    </message>
    <message>
        <source>Any certificate of Redis</source>
        <translation>Cualquier certificado de Redis</translation>
    </message>
    <message>
        <source>Accept a certificate that nobody vouches for.</source>
        <translation>Acepta un certificado que nadie avala.</translation>
    </message>
    <message>
        <source>Authority for Redis</source>
        <translation>Autoridad para Redis</translation>
    </message>
    <message>
        <source>PEM file of an authority that is trusted.</source>
        <translation>Archivo PEM de una autoridad de confianza.</translation>
    </message>
    <message>
        <source>Certificate for Redis</source>
        <translation>Certificado para Redis</translation>
    </message>
    <message>
        <source>PEM file that the gateway shows, together with its key.</source>
        <translation>Archivo PEM que muestra la pasarela, junto con su clave.</translation>
    </message>
    <message>
        <source>Key for Redis</source>
        <translation>Clave para Redis</translation>
    </message>
    <message>
        <source>PEM file with the key of that certificate.</source>
        <translation>Archivo PEM con la clave de ese certificado.</translation>
    </message>
    <message>
        <source>Answer from memory</source>
        <translation>Responder de memoria</translation>
    </message>
    <message>
        <source>A request that equals an earlier one gets its answer, and equal ones at once share a call.</source>
        <translation>Una solicitud igual a una anterior recibe su respuesta, y las iguales simultáneas comparten una llamada.</translation>
    </message>
    <message>
        <source>Age of answers</source>
        <translation>Edad de las respuestas</translation>
    </message>
    <message>
        <source>How long an answer is kept.</source>
        <translation>Cuánto se guarda una respuesta.</translation>
    </message>
    <message>
        <source>Most answers</source>
        <translation>Máximo de respuestas</translation>
    </message>
    <message>
        <source>How many answers are kept.</source>
        <translation>Cuántas respuestas se guardan.</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>respuestas</translation>
    </message>
    <message>
        <source>Memory for answers</source>
        <translation>Memoria para respuestas</translation>
    </message>
    <message>
        <source>How large they may be together.</source>
        <translation>Cuánto pueden ocupar en conjunto.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>How often a request is tried at a provider, the first time included.</source>
        <translation>Cuántas veces se intenta una solicitud con un proveedor, incluida la primera.</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>intentos</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Primera pausa</translation>
    </message>
    <message>
        <source>The pause before the second attempt; it doubles each time.</source>
        <translation>La pausa antes del segundo intento; se duplica cada vez.</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Pausa más larga</translation>
    </message>
    <message>
        <source>No pause is longer, also when a provider asks for it.</source>
        <translation>Ninguna pausa es más larga, aunque la pida un proveedor.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>How long it may take until the request is sent; off waits for ever.</source>
        <translation>Cuánto puede tardar en enviarse la solicitud; off espera sin límite.</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Primer byte</translation>
    </message>
    <message>
        <source>From there to the head of the answer; off waits for ever.</source>
        <translation>Desde ahí hasta el inicio de la respuesta; off espera sin límite.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>The longest silence inside an answer; off waits for ever.</source>
        <translation>El silencio más largo dentro de una respuesta; off espera sin límite.</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>Llamada completa</translation>
    </message>
    <message>
        <source>All attempts together; off has no limit.</source>
        <translation>Todos los intentos juntos; off no pone límite.</translation>
    </message>
    <message>
        <source>Failures until a provider rests</source>
        <translation>Fallos hasta el reposo de un proveedor</translation>
    </message>
    <message>
        <source>So many failures in the window, and its requests go elsewhere.</source>
        <translation>Con tantos fallos en la ventana, sus solicitudes van a otro sitio.</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>fallos</translation>
    </message>
    <message>
        <source>Window of failures</source>
        <translation>Ventana de fallos</translation>
    </message>
    <message>
        <source>The time in which failures are counted.</source>
        <translation>El tiempo en el que se cuentan los fallos.</translation>
    </message>
    <message>
        <source>Rest of a provider</source>
        <translation>Reposo de un proveedor</translation>
    </message>
    <message>
        <source>How long it rests before one request finds out whether it is well.</source>
        <translation>Cuánto reposa antes de que una solicitud averigüe si está bien.</translation>
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
        <translation>%1 %</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>hace %n segundo</numerusform>
            <numerusform>hace %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>hace %n minuto</numerusform>
            <numerusform>hace %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>hace %n hora</numerusform>
            <numerusform>hace %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sin nombre</translation>
    </message>
</context>
<context>
    <name>nexus::AdvancedOptions</name>
    <message>
        <source>Minimal</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Esfuerzo de razonamiento</translation>
    </message>
    <message>
        <source>Stop sequences, one a line</source>
        <translation>Secuencias de parada, una por línea</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>Forma de las respuestas</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>Esquema JSON</translation>
    </message>
    <message>
        <source>Reasoning effort, stop sequences, seed and form of answers</source>
        <translation>Esfuerzo de razonamiento, secuencias de parada, semilla y forma de las respuestas</translation>
    </message>
    <message>
        <source>How long a model thinks before it answers. Not all models take it.</source>
        <translation>Cuánto piensa un modelo antes de responder. No todos los modelos lo admiten.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>An answer ends before the first of them. Write \n for a line break.</source>
        <translation>Una respuesta termina antes de la primera de ellas. Escribe \n para un salto de línea.</translation>
    </message>
    <message>
        <source>With the same seed, models that take it answer the same where they can.</source>
        <translation>Con la misma semilla, los modelos que la admiten responden igual si pueden.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>Objeto JSON</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>JSON según un esquema</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message numerus="yes">
        <source>Advanced, %n set</source>
        <translation>
            <numerusform>Avanzado, %n definido</numerusform>
            <numerusform>Avanzado, %n definidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AliasCard</name>
    <message>
        <source>temperature %1</source>
        <translation>temperatura %1</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>como máximo %1 tokens</translation>
    </message>
    <message>
        <source>a system text</source>
        <translation>un texto de sistema</translation>
    </message>
    <message>
        <source>Change name, targets and defaults</source>
        <translation>Cambiar nombre, destinos y valores predeterminados</translation>
    </message>
    <message>
        <source>Try it in the playground</source>
        <translation>Probarlo en el playground</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>Mostrar sus solicitudes</translation>
    </message>
    <message>
        <source>Remove this alias</source>
        <translation>Quitar este alias</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Líneas que cambian en nexus.toml</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>Estrategia: %1</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Alias nuevo</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Ponle un nombre.</translation>
    </message>
    <message>
        <source>Add at least one target.</source>
        <translation>Añade al menos un destino.</translation>
    </message>
    <message>
        <source>There is an alias %1 already. Choose another name.</source>
        <translation>Ya hay un alias %1. Elige otro nombre.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused.</source>
        <translation>Se rechazarán las solicitudes de %1.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2. These lose a target: %3.</source>
        <translation>Se rechazarán las solicitudes de %1. También desaparecen estos alias: %2. Estos pierden un destino: %3.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2.</source>
        <translation>Se rechazarán las solicitudes de %1. También desaparecen estos alias: %2.</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases lose a target: %2.</source>
        <translation>Se rechazarán las solicitudes de %1. Estos alias pierden un destino: %2.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it, then test again.</source>
        <translation>Nexus no está en servicio en este momento. Inícialo y vuelve a comprobar.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>It answered.</source>
        <translation>Respondió.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Sends one tiny request through each target.</source>
        <translation>Envía una solicitud mínima a través de cada destino.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Clients need a token, and the test has none. Try the alias in the playground, which can send one.</source>
        <translation>Los clientes necesitan un token y la prueba no tiene ninguno. Pruebe el alias en el playground, que puede enviar uno.</translation>
    </message>
    <message>
        <source>Others have removed the alias %1 from the file. Saving adds it again.</source>
        <translation>El alias %1 se ha quitado del archivo en otro lugar. Al guardar se añade de nuevo.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estrategia</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Máximo de tokens de una respuesta</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>Texto de sistema</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Destinos</translation>
    </message>
</context>
<context>
    <name>nexus::AliasEntry</name>
    <message>
        <source>In order</source>
        <translation>En orden</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>Por turnos</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>Por peso</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>El más rápido primero</translation>
    </message>
    <message>
        <source>The first target answers; the next one does when it fails.</source>
        <translation>Responde el primer destino; si falla, el siguiente.</translation>
    </message>
    <message>
        <source>Each request begins with the next target, the others stand by.</source>
        <translation>Cada solicitud empieza con el siguiente destino; los demás quedan de reserva.</translation>
    </message>
    <message>
        <source>Targets get requests in proportion to their weights.</source>
        <translation>Los destinos reciben solicitudes en proporción a su peso.</translation>
    </message>
    <message>
        <source>The target that has answered soonest of late goes first.</source>
        <translation>Va primero el destino que ha respondido antes últimamente.</translation>
    </message>
</context>
<context>
    <name>nexus::AliasFields</name>
    <message>
        <source>for example: fast</source>
        <translation>por ejemplo: fast</translation>
    </message>
    <message>
        <source>provider/model, then Enter</source>
        <translation>proveedor/modelo y luego Intro</translation>
    </message>
    <message>
        <source>left to the model</source>
        <translation>a criterio del modelo</translation>
    </message>
    <message>
        <source>Used where a request has no system text of its own.</source>
        <translation>Se usa cuando una solicitud no trae su propio texto de sistema.</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Añadir destino</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>One more target</source>
        <translation>Otro destino</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Máximo de tokens de una respuesta</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>Texto de sistema</translation>
    </message>
</context>
<context>
    <name>nexus::AliasesPanel</name>
    <message>
        <source>There is no alias yet. An alias is a name of your own for one model or several, so that clients need not change when the model does.</source>
        <translation>Aún no hay ningún alias. Un alias es un nombre propio para uno o varios modelos, para que los clientes no tengan que cambiar cuando cambia el modelo.</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>Añadir alias</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
</context>
<context>
    <name>nexus::AnotherKey</name>
    <message>
        <source>Save key</source>
        <translation>Guardar clave</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>This provider has this key already. Take another one.</source>
        <translation>Este proveedor ya tiene esta clave. Usa otra.</translation>
    </message>
    <message>
        <source>Tried the new key. It is not saved yet.</source>
        <translation>Se probó la clave nueva. Aún no está guardada.</translation>
    </message>
    <message>
        <source>Tried the new key, …%1. It is not saved yet.</source>
        <translation>Se probó la clave nueva, …%1. Aún no está guardada.</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, for everything in nexus.toml that names it.</source>
        <translation>Ocupa el lugar de %1 en el llavero, para todo lo que la nombra en nexus.toml.</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, and nexus.toml stays as it is.</source>
        <translation>Ocupa el lugar de %1 en el llavero, y nexus.toml queda como está.</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerColumn</name>
    <message>
        <source>Remove this model</source>
        <translation>Quitar este modelo</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Conservar este</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Primer token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>Copiar como %1</translation>
    </message>
    <message>
        <source>Keep as alias…</source>
        <translation>Guardar como alias…</translation>
    </message>
    <message>
        <source>Choose a model to ask.</source>
        <translation>Elige un modelo para preguntarle.</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Esperando…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 de entrada, %2 de salida</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy the request as code, or keep the model with its settings as an alias</source>
        <translation>Copiar la petición como código o guardar el modelo con sus ajustes como alias</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerView</name>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>La respuesta aparece aquí a medida que se escribe.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message numerus="yes">
        <source>With %n image(s).</source>
        <translation>
            <numerusform>Con %n imagen.</numerusform>
            <numerusform>Con %n imágenes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AwsKeyFields</name>
    <message>
        <source>Only with temporary credentials</source>
        <translation>Solo con credenciales temporales</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>ID de clave de acceso</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>Clave de acceso secreta</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Token de sesión</translation>
    </message>
    <message>
        <source>Enter the ID of the access key.</source>
        <translation>Escribe el ID de la clave de acceso.</translation>
    </message>
    <message>
        <source>Paste the secret access key.</source>
        <translation>Pega la clave de acceso secreta.</translation>
    </message>
</context>
<context>
    <name>nexus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
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
        <translation>Gráfico</translation>
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
        <translation>Total</translation>
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
        <translation>Con formato</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Sin formato</translation>
    </message>
    <message>
        <source>Text of the body</source>
        <translation>Texto del cuerpo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetForm</name>
    <message>
        <source>for example: team</source>
        <translation>por ejemplo: team</translation>
    </message>
    <message>
        <source>all providers</source>
        <translation>todos los proveedores</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>todos los modelos</translation>
    </message>
    <message>
        <source>all clients</source>
        <translation>todos los clientes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>Cambiar un presupuesto</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Añadir un presupuesto</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>un mes</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>un día</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Avisar</translation>
    </message>
    <message>
        <source>Refuse requests that would cost more</source>
        <translation>Rechazar las solicitudes que costarían más</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Límite</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>P&amp;ara</translation>
    </message>
    <message>
        <source>When it is &amp;spent</source>
        <translation>Al a&amp;gotarse</translation>
    </message>
    <message>
        <source>Only the &amp;provider</source>
        <translation>Solo el &amp;proveedor</translation>
    </message>
    <message>
        <source>Only the &amp;model</source>
        <translation>Solo el &amp;modelo</translation>
    </message>
    <message>
        <source>Only the &amp;client</source>
        <translation>Solo el &amp;cliente</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Líneas que cambian en nexus.toml</translation>
    </message>
    <message>
        <source>There is a budget %1 already.</source>
        <translation>Ya hay un presupuesto %1.</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetsPanel</name>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>Añadir un presupuesto</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Presupuestos</translation>
    </message>
    <message>
        <source>A budget warns when a day or month has cost a sum, or refuses what would cost more.</source>
        <translation>Un presupuesto avisa cuando un día o un mes ha costado cierta suma, o rechaza lo que costaría más.</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>%1 de %2 hoy</translation>
    </message>
    <message>
        <source>%1 of %2 this month</source>
        <translation>%1 de %2 este mes</translation>
    </message>
    <message>
        <source>Spent: requests are refused</source>
        <translation>Agotado: se rechazan solicitudes</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Agotado</translation>
    </message>
    <message>
        <source>Nearly spent</source>
        <translation>Casi agotado</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Todas las solicitudes</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>rechaza</translation>
    </message>
    <message>
        <source>warns</source>
        <translation>avisa</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of unknown price</source>
        <translation>
            <numerusform>%n solicitud de precio desconocido</numerusform>
            <numerusform>%n solicitudes de precio desconocido</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Cambiar %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>nexus::ChangedBar</name>
    <message>
        <source>Use theirs</source>
        <translation>Usar la otra versión</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar la mía</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, also here: %1. The lines below show what keeping yours would change.</source>
        <translation>El archivo se cambió en otro lugar, también aquí: %1. Las líneas de abajo muestran qué cambiaría tu versión.</translation>
    </message>
</context>
<context>
    <name>nexus::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Go to a page, provider or model, or do something</source>
        <translation>Ir a una página, un proveedor o un modelo, o hacer algo</translation>
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
        <translation>%1 · primer token %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) out</source>
        <translation>
            <numerusform>%n token de salida</numerusform>
            <numerusform>%n tokens de salida</numerusform>
        </translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation>Dos respuestas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Both got the same prompt.</source>
        <translation>Ambas recibieron el mismo prompt.</translation>
    </message>
    <message>
        <source>The prompts differ.</source>
        <translation>Los prompts son distintos.</translation>
    </message>
    <message>
        <source>The answer was not kept.</source>
        <translation>La respuesta no se guardó.</translation>
    </message>
</context>
<context>
    <name>nexus::ConfigDesk</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>No se puede crear la carpeta %1.</translation>
    </message>
    <message>
        <source>The file was changed by another program at the same place. Nothing was saved; look at it in Settings and try again.</source>
        <translation>Otro programa cambió el archivo en el mismo lugar. No se guardó nada; revísalo en Ajustes e inténtalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>nexus::ConfirmStrip</name>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
</context>
<context>
    <name>nexus::ConflictBar</name>
    <message>
        <source>Merge</source>
        <translation>Combinar</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Usar la otra versión</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar la mía</translation>
    </message>
    <message>
        <source>Show the file as it is now. Undo brings your text back.</source>
        <translation>Muestra el archivo como está ahora. Deshacer recupera tu texto.</translation>
    </message>
    <message>
        <source>Keep this text. Saving takes back what the others changed.</source>
        <translation>Conserva este texto. Al guardar se anula lo que cambiaron los demás.</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at other lines than yours.</source>
        <translation>El archivo se cambió en otro lugar, en líneas distintas de las tuyas.</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at the same lines as yours. Compare them before you choose.</source>
        <translation>El archivo se cambió en otro lugar, en las mismas líneas que las tuyas. Compáralas antes de elegir.</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectStep</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lenguaje</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>Líneas para copiar</translation>
    </message>
    <message>
        <source>Your program talks to Nexus as it would to OpenAI or Anthropic. It needs no key of its own.</source>
        <translation>Tu programa habla con Nexus como lo haría con OpenAI o Anthropic. No necesita una clave propia.</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectionSection</name>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1: passed on</source>
        <translation>%1: se reenvía</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1: se elimina</translation>
    </message>
    <message>
        <source>%1: also sent as %2</source>
        <translation>%1: se envía también como %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit headers in Settings</source>
        <translation>Editar encabezados en Ajustes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>Tiempos de espera</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Reintentos</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Encabezados</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Conectar en</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>Primer byte en</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>Silencio más largo</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>Respuesta completa en</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Primera pausa</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Pausa más larga</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>la habitual</translation>
    </message>
    <message>
        <source>connect %1, first byte %2, silence %3, whole answer %4</source>
        <translation>conexión %1, primer byte %2, silencio %3, respuesta completa %4</translation>
    </message>
    <message numerus="yes">
        <source>up to %n attempt(s), pauses of %1 to %2</source>
        <translation>
            <numerusform>hasta %n intento, pausas de %1 a %2</numerusform>
            <numerusform>hasta %n intentos, pausas de %1 a %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was removed or renamed in the file by others. What was typed is gone.</source>
        <translation>%1 se ha quitado o renombrado en el archivo en otro lugar. Lo escrito se ha perdido.</translation>
    </message>
    <message>
        <source>It is not in the file any more: others have removed or renamed it.</source>
        <translation>Ya no está en el archivo: se ha quitado o renombrado en otro lugar.</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Versión de la API</translation>
    </message>
    <message>
        <source>Models offered</source>
        <translation>Modelos ofrecidos</translation>
    </message>
    <message>
        <source>Keys of clients</source>
        <translation>Claves de los clientes</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>used where a client sends one</source>
        <translation>se usan cuando un cliente envía una</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>no se usan</translation>
    </message>
    <message>
        <source>A regular expression that fits anywhere in a name, such as %1; capital letters do not matter. Models that the file names are always offered.</source>
        <translation>Una expresión regular que coincide con cualquier parte del nombre, por ejemplo %1; las mayúsculas no importan. Los modelos que nombra el archivo se ofrecen siempre.</translation>
    </message>
    <message>
        <source>Use keys of clients</source>
        <translation>Usar las claves de los clientes</translation>
    </message>
    <message>
        <source>A key that a client sends as X-Provider-API-Key is used in place of the provider&apos;s own.</source>
        <translation>Una clave que un cliente envía como X-Provider-API-Key se usa en lugar de la del proveedor.</translation>
    </message>
    <message>
        <source>those whose name fits %1</source>
        <translation>aquellos cuyo nombre coincide con %1</translation>
    </message>
</context>
<context>
    <name>nexus::Console</name>
    <message>
        <source>Nexus goes on serving</source>
        <translation>Nexus sigue en servicio</translation>
    </message>
    <message>
        <source>You find it in the tray. Quit there, or with Ctrl+Q in the window.</source>
        <translation>Está en la bandeja. Se sale desde allí, o con Ctrl+Q en la ventana.</translation>
    </message>
</context>
<context>
    <name>nexus::ConversationView</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Desarrollador</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>The answer was cut at the greatest number of tokens.</source>
        <translation>La respuesta se cortó al llegar al máximo de tokens.</translation>
    </message>
    <message>
        <source>The provider&apos;s safety system ended the answer.</source>
        <translation>El sistema de seguridad del proveedor terminó la respuesta.</translation>
    </message>
    <message>
        <source>The provider paused a long turn.</source>
        <translation>El proveedor puso en pausa un turno largo.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier turn(s)</source>
        <translation>
            <numerusform>Mostrar %n turno anterior</numerusform>
            <numerusform>Mostrar %n turnos anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>nexus::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>nexus::CredentialsEntry</name>
    <message>
        <source>How requests are signed</source>
        <translation>Cómo se firman las solicitudes</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Clave de acceso</translation>
    </message>
    <message>
        <source>Profile of the AWS tools</source>
        <translation>Perfil de las herramientas de AWS</translation>
    </message>
    <message>
        <source>What this machine has</source>
        <translation>Lo que tiene este equipo</translation>
    </message>
    <message>
        <source>Name the profile.</source>
        <translation>Indica el perfil.</translation>
    </message>
    <message>
        <source>All parts go into the keychain. The file only names them.</source>
        <translation>Todas las partes van al llavero. El archivo solo las nombra.</translation>
    </message>
    <message>
        <source>Read from ~/.aws at each start. Single sign-on and roles work too.</source>
        <translation>Se lee de ~/.aws en cada inicio. También sirven el inicio de sesión único y los roles.</translation>
    </message>
    <message>
        <source>Signs with what the AWS tools find here: variables, the default profile, or the role of this machine or container.</source>
        <translation>Firma con lo que las herramientas de AWS encuentran aquí: variables, el perfil predeterminado o el rol de este equipo o contenedor.</translation>
    </message>
</context>
<context>
    <name>nexus::DiffView</name>
    <message>
        <source>Lines of nexus.toml that change</source>
        <translation>Líneas de nexus.toml que cambian</translation>
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
        <translation>Eventos del flujo</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), longest pause %1</source>
        <translation>
            <numerusform>%n evento, pausa más larga %1</numerusform>
            <numerusform>%n eventos, pausa más larga %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; later ones are not kept</source>
        <translation>%1; los posteriores no se guardan</translation>
    </message>
    <message>
        <source>Event %1 after %2: %3</source>
        <translation>Evento %1 tras %2: %3</translation>
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
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter, such as status:5xx model:claude -client:ci cost:&gt;0.01</source>
        <translation>Filtrar, p. ej. status:5xx model:claude -client:ci cost:&gt;0.01</translation>
    </message>
</context>
<context>
    <name>nexus::FindBar</name>
    <message>
        <source>Find in the file</source>
        <translation>Buscar en el archivo</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n coincidencia</numerusform>
            <numerusform>%n coincidencias</numerusform>
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
        <translation>Primer token en las últimas 24 horas: %1 la mitad de las veces, casi siempre menos de %2</translation>
    </message>
</context>
<context>
    <name>nexus::HistoryDesk</name>
    <message>
        <source>There is no configuration yet.</source>
        <translation>Aún no hay configuración.</translation>
    </message>
</context>
<context>
    <name>nexus::HostProblem</name>
    <message>
        <source>%1 is taken by %2 (process %3).</source>
        <translation>%1 está ocupado por %2 (proceso %3).</translation>
    </message>
    <message>
        <source>%1 is taken by another program.</source>
        <translation>%1 está ocupado por otro programa.</translation>
    </message>
    <message>
        <source>End that program and try again, or start Nexus with another address.</source>
        <translation>Cierra ese programa y reinténtalo, o inicia Nexus con otra dirección.</translation>
    </message>
    <message>
        <source>End that program and try again, or choose another listen address in Settings.</source>
        <translation>Cierra ese programa y reinténtalo, o elige otra dirección de escucha en los ajustes.</translation>
    </message>
    <message>
        <source>The old address stays until you choose another listen address in Settings.</source>
        <translation>La dirección anterior se mantiene hasta que elijas otra dirección de escucha en los ajustes.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 está libre.</translation>
    </message>
</context>
<context>
    <name>nexus::KeepPanel</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>nexus::KeyEntry</name>
    <message>
        <source>Get a key</source>
        <translation>Obtener una clave</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Copiar la línea</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Dónde se guarda la clave</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>En el llavero</translation>
    </message>
    <message>
        <source>In a variable</source>
        <translation>En una variable</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Pega la clave</translation>
    </message>
    <message>
        <source>Name of the environment variable</source>
        <translation>Nombre de la variable de entorno</translation>
    </message>
    <message>
        <source>Paste the key, if it needs one</source>
        <translation>Pega la clave, si la necesita</translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation>Primero pega la clave.</translation>
    </message>
    <message>
        <source>Give the name of the variable: letters, digits and &apos;_&apos;.</source>
        <translation>Indica el nombre de la variable: letras, dígitos y &apos;_&apos;.</translation>
    </message>
    <message>
        <source>%1 is not set where Nexus was started. Set it there, and start Nexus again.</source>
        <translation>%1 no está definida donde se inició Nexus. Defínela allí y vuelve a iniciar Nexus.</translation>
    </message>
    <message>
        <source>%1 is set. The file names it and never holds the key.</source>
        <translation>%1 está definida. El archivo la nombra y nunca contiene la clave.</translation>
    </message>
    <message>
        <source>The file never holds the key. Later only its last four characters are shown.</source>
        <translation>El archivo nunca contiene la clave. Después solo se muestran sus cuatro últimos caracteres.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyList</name>
    <message>
        <source>Add another key</source>
        <translation>Añadir otra clave</translation>
    </message>
    <message>
        <source>Several keys are used in turn, and one that is refused rests for a while.</source>
        <translation>Varias claves se usan por turnos, y una rechazada descansa un rato.</translation>
    </message>
    <message>
        <source>Key %1</source>
        <extracomment>%1 is its place in the list</extracomment>
        <translation>Clave %1</translation>
    </message>
    <message>
        <source>Empty, and passed over.</source>
        <translation>Vacía, se omite.</translation>
    </message>
    <message>
        <source>%1: it is deleted from the keychain, as %2, and %3 goes on with the others.</source>
        <translation>%1: se borra del llavero, como %2, y %3 sigue con las demás.</translation>
    </message>
    <message>
        <source>%1: it is taken out of the file, and %2 goes on with the others.</source>
        <translation>%1: se quita del archivo, y %2 sigue con las demás.</translation>
    </message>
    <message>
        <source>%1: it was kept for this session only, as %2, and is forgotten. %3 goes on with the others.</source>
        <translation>%1: solo se guardaba para esta sesión, como %2, y se olvida. %3 sigue con las demás.</translation>
    </message>
    <message>
        <source>Test all keys</source>
        <translation>Comprobar todas las claves</translation>
    </message>
    <message>
        <source>Asks for the list of models with each key, which costs nothing.</source>
        <translation>Pide la lista de modelos con cada clave, lo que no cuesta nada.</translation>
    </message>
    <message>
        <source>It cannot be told which of these keys Nexus has. Unlock the keychain and test again.</source>
        <translation>No se puede saber cuáles de estas claves tiene Nexus. Desbloquea el llavero y vuelve a comprobar.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyRow</name>
    <message>
        <source>Replace this key: %1</source>
        <translation>Reemplazar esta clave: %1</translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>Rechazada por el proveedor. Descansa %n minuto más.</numerusform>
            <numerusform>Rechazada por el proveedor. Descansa %n minutos más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more second(s).</source>
        <translation>
            <numerusform>Rechazada por el proveedor. Descansa %n segundo más.</numerusform>
            <numerusform>Rechazada por el proveedor. Descansa %n segundos más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>Ha agotado su cuota. Descansa %n minuto más.</numerusform>
            <numerusform>Ha agotado su cuota. Descansa %n minutos más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more second(s).</source>
        <translation>
            <numerusform>Ha agotado su cuota. Descansa %n segundo más.</numerusform>
            <numerusform>Ha agotado su cuota. Descansa %n segundos más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this key: %1</source>
        <translation>Eliminar esta clave: %1</translation>
    </message>
    <message>
        <source>The keychain does not have it, so that it is passed over. Replace it to enter it again.</source>
        <translation>El llavero no la tiene, así que se omite. Reemplázala para introducirla de nuevo.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Probando…</translation>
    </message>
</context>
<context>
    <name>nexus::KeySavePanel</name>
    <message>
        <source>There is no keychain on this machine. Use an environment variable, or keep the key for this session only: then it is gone when Nexus ends, and has to be entered again.</source>
        <translation>No hay llavero en este equipo. Usa una variable de entorno, o guarda la clave solo para esta sesión: desaparecerá cuando Nexus termine y habrá que introducirla de nuevo.</translation>
    </message>
    <message>
        <source>The keychain does not answer. Unlock it where it asks you to, and try again.</source>
        <translation>El llavero no responde. Desbloquéalo donde lo pida e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>El llavero está bloqueado. Desbloquéalo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The keychain could not keep the key. See whether its service runs, and try again.</source>
        <translation>El llavero no pudo guardar la clave. Comprueba si su servicio está en marcha e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Use an environment variable</source>
        <translation>Usar una variable de entorno</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Guardar solo para esta sesión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Waiting for the keychain. It may ask you to unlock it.</source>
        <translation>Esperando al llavero. Puede pedir que lo desbloquees.</translation>
    </message>
    <message>
        <source>It failed at %1, so that nothing was kept.</source>
        <translation>Falló en %1, así que no se guardó nada.</translation>
    </message>
    <message>
        <source>Waiting for the keychain. Look for its window: it may ask for a password.</source>
        <translation>Esperando al llavero. Busca su ventana: quizá pida una contraseña.</translation>
    </message>
</context>
<context>
    <name>nexus::KeySection</name>
    <message>
        <source>Move to the keychain</source>
        <translation>Mover al llavero</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>Guardar clave</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The key is deleted from the keychain, and %1 cannot be asked any more.</source>
        <translation>La clave se elimina del llavero, y ya no se podrá consultar a %1.</translation>
    </message>
    <message>
        <source>The line of the key is taken out of the file, and %1 cannot be asked any more.</source>
        <translation>La línea de la clave se quita del archivo, y ya no se podrá consultar a %1.</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Quitar clave</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin clave</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Key ends in …%1</source>
        <translation>La clave termina en …%1</translation>
    </message>
    <message>
        <source>It is asked without a key.</source>
        <translation>Se le consulta sin clave.</translation>
    </message>
    <message>
        <source>Kept for this session only, as %1. It is gone when Nexus ends.</source>
        <translation>Guardada solo para esta sesión, como %1. Desaparece cuando Nexus termina.</translation>
    </message>
    <message>
        <source>Kept in the keychain, as %1.</source>
        <translation>Guardada en el llavero, como %1.</translation>
    </message>
    <message>
        <source>Read from the environment variable %1.</source>
        <translation>Se lee de la variable de entorno %1.</translation>
    </message>
    <message>
        <source>Stands in nexus.toml, where everybody who reads the file can see it.</source>
        <translation>Está en nexus.toml, donde puede verla cualquiera que lea el archivo.</translation>
    </message>
    <message>
        <source>Signed with AWS credentials</source>
        <translation>Firmado con credenciales de AWS</translation>
    </message>
    <message>
        <source>Taken from the AWS profile %1.</source>
        <translation>Se toma del perfil de AWS %1.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Añadir una clave</translation>
    </message>
    <message>
        <source>It signs with what the AWS tools of this machine use.</source>
        <translation>Firma con lo que usan las herramientas de AWS de este equipo.</translation>
    </message>
    <message>
        <source>Looked for in the keychain, as %1.</source>
        <translation>Se busca en el llavero, como %1.</translation>
    </message>
    <message>
        <source>Its lines are taken out of the file. %1 then signs with what the AWS tools of this machine use.</source>
        <translation>Sus líneas se quitan del archivo. %1 firmará entonces con lo que usan las herramientas de AWS de este equipo.</translation>
    </message>
    <message>
        <source>Deleted from the keychain: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>Se elimina del llavero: %1. %2 firmará entonces con lo que usan las herramientas de AWS de este equipo.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), used in turn</source>
        <translation>
            <numerusform>%n clave</numerusform>
            <numerusform>%n claves, usadas por turnos</numerusform>
        </translation>
    </message>
    <message>
        <source>Each request takes the next one. One that is refused rests for a while.</source>
        <translation>Cada solicitud toma la siguiente. Una rechazada descansa un rato.</translation>
    </message>
    <message>
        <source>Forgotten, as they were kept for this session only: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>Se olvidan, pues solo se guardaban para esta sesión: %1. %2 firma entonces con lo que usan las herramientas de AWS de este equipo.</translation>
    </message>
    <message>
        <source>The key was kept for this session only. It is forgotten, and %1 cannot be asked any more.</source>
        <translation>La clave solo se guardaba para esta sesión. Se olvida, y ya no se puede consultar a %1.</translation>
    </message>
</context>
<context>
    <name>nexus::KeySource</name>
    <message>
        <source>This key is no longer in nexus.toml. Choose Cancel, and add the new one as another key.</source>
        <translation>Esta clave ya no está en nexus.toml. Elige «Cancelar» y añade la nueva como otra clave.</translation>
    </message>
</context>
<context>
    <name>nexus::KeyStep</name>
    <message>
        <source>Whose models do you want to use? The key goes into the keychain of this machine and nowhere else.</source>
        <translation>¿De quién son los modelos que quieres usar? La clave va al llavero de este equipo y a ningún otro sitio.</translation>
    </message>
    <message>
        <source>Use the demo model, without a key</source>
        <translation>Usar el modelo de demostración, sin clave</translation>
    </message>
</context>
<context>
    <name>nexus::LiveLogPage</name>
    <message>
        <source>Live log</source>
        <translation>Registro en vivo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Write requests to a file</source>
        <translation>Escribir solicitudes en un archivo</translation>
    </message>
    <message>
        <source>The whole history…</source>
        <translation>Todo el historial…</translation>
    </message>
    <message>
        <source>Everything that fits the filter…</source>
        <translation>Todo lo que coincide con el filtro…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected request(s)…</source>
        <translation>
            <numerusform>%n solicitud seleccionada…</numerusform>
            <numerusform>%n solicitudes seleccionadas…</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>reading the history…</source>
        <translation>leyendo el historial…</translation>
    </message>
    <message numerus="yes">
        <source>%n running · %1</source>
        <translation>
            <numerusform>%n en curso · %1</numerusform>
            <numerusform>%n en curso · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>following · %1</source>
        <translation>siguiendo · %1</translation>
    </message>
    <message>
        <source>following below · %1</source>
        <translation>siguiendo abajo · %1</translation>
    </message>
    <message>
        <source>Older requests cannot be read: %1</source>
        <translation>No se pueden leer solicitudes más antiguas: %1</translation>
    </message>
    <message>
        <source>No request fits this filter.</source>
        <translation>Ninguna solicitud coincide con este filtro.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>No request has come yet. Point an application at %1 and watch it here.</source>
        <translation>Aún no ha llegado ninguna solicitud. Dirige una aplicación a %1 y obsérvala aquí.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Requests show here as they come.</source>
        <translation>Nexus no está en servicio en este momento. Las solicitudes aparecen aquí según llegan.</translation>
    </message>
    <message>
        <source>The address was copied.</source>
        <translation>Se copió la dirección.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>Seguir la lista</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>Congelar la lista</translation>
    </message>
    <message>
        <source>Show new requests as they come again (Space, while the rows have the focus)</source>
        <translation>Volver a mostrar las solicitudes según llegan (Espacio, con el foco en las filas)</translation>
    </message>
    <message>
        <source>Keep the rows still while requests go on (Space, while the rows have the focus)</source>
        <translation>Dejar quietas las filas mientras las solicitudes continúan (Espacio, con el foco en las filas)</translation>
    </message>
    <message>
        <source>held · %1</source>
        <translation>congelada · %1</translation>
    </message>
</context>
<context>
    <name>nexus::LogExporter</name>
    <message>
        <source>Export requests</source>
        <translation>Exportar solicitudes</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>Archivo HTTP (*.har)</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were written to %1.</source>
        <translation>
            <numerusform>Se escribió %n solicitud en %1.</numerusform>
            <numerusform>Se escribieron %n solicitudes en %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::MainWindow</name>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>En servicio</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>En servicio en %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Paused on %1; requests are refused with 503</source>
        <translation>En pausa en %1; las solicitudes se rechazan con 503</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniéndose</translation>
    </message>
    <message>
        <source>Running requests may end, then Nexus stops</source>
        <translation>Las solicitudes en curso pueden terminar; después Nexus se detiene</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>Sin servicio</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n en curso</numerusform>
            <numerusform>%n en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 hoy</translation>
    </message>
</context>
<context>
    <name>nexus::ModelChooser</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>Mostrar todos los modelos</translation>
    </message>
</context>
<context>
    <name>nexus::ModelListModel</name>
    <message>
        <source>US dollars for a million tokens.</source>
        <translation>Dólares estadounidenses por un millón de tokens.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Max. output</source>
        <translation>Salida máx.</translation>
    </message>
    <message>
        <source>In / 1M</source>
        <translation>Entrada / 1M</translation>
    </message>
    <message>
        <source>Out / 1M</source>
        <translation>Salida / 1M</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It reads %1 tokens.</source>
        <translation>Lee %1 tokens.</translation>
    </message>
    <message>
        <source>Nobody says how much it reads.</source>
        <translation>Nadie indica cuánto lee.</translation>
    </message>
    <message>
        <source>It writes up to %1 tokens.</source>
        <translation>Escribe hasta %1 tokens.</translation>
    </message>
    <message>
        <source>Nobody says how much it writes.</source>
        <translation>Nadie indica cuánto escribe.</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>herramientas</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>razonamiento</translation>
    </message>
    <message>
        <source>Its provider says: %1.</source>
        <translation>Su proveedor indica: %1.</translation>
    </message>
    <message>
        <source>The table of prices says: %1.</source>
        <translation>La tabla de precios indica: %1.</translation>
    </message>
    <message>
        <source>Nobody says what it can do besides text.</source>
        <translation>Nadie dice qué sabe hacer además de texto.</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Capacidades</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>entrada en caché</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>lotes</translation>
    </message>
    <message>
        <source>At prices of their own: %1.</source>
        <translation>Con precio propio: %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>ninguna conocida</translation>
    </message>
    <message>
        <source>%1 yes</source>
        <translation>%1: sí</translation>
    </message>
    <message>
        <source>%1 no</source>
        <translation>%1: no</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1: se desconoce</translation>
    </message>
    <message>
        <source>Its price is not known. F2 sets it.</source>
        <translation>No se conoce su precio. F2 permite indicarlo.</translation>
    </message>
</context>
<context>
    <name>nexus::ModelPicker</name>
    <message>
        <source>Send again to</source>
        <translation>Enviar de nuevo a</translation>
    </message>
    <message>
        <source>Search for a model</source>
        <translation>Buscar un modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsPage</name>
    <message>
        <source>Models and aliases</source>
        <translation>Modelos y alias</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>Añadir alias</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>Consultar los modelos de todos los proveedores</translation>
    </message>
    <message>
        <source>The alias %1 was saved.</source>
        <translation>Se guardó el alias %1.</translation>
    </message>
    <message>
        <source>The alias %1 was removed.</source>
        <translation>Se quitó el alias %1.</translation>
    </message>
    <message>
        <source>There is an alias that is not saved. Save it or cancel it first.</source>
        <translation>Hay un alias sin guardar. Guárdalo o cancélalo primero.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The price of %1 was saved.</source>
        <translation>Se guardó el precio de %1.</translation>
    </message>
    <message>
        <source>The price of %1 was taken out of the file.</source>
        <translation>Se quitó del archivo el precio de %1.</translation>
    </message>
    <message>
        <source>There is a price that is not saved. Save it or cancel it first.</source>
        <translation>Hay un precio sin guardar. Guárdalo o cancélalo primero.</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Ask for its models again</source>
        <translation>Volver a consultar sus modelos</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Filtrar modelos</translation>
    </message>
    <message>
        <source>Models of this provider</source>
        <translation>Modelos de este proveedor</translation>
    </message>
    <message>
        <source>Double-click a model to try it in the playground.</source>
        <translation>Doble clic en un modelo para probarlo en el playground.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Consultando sus modelos…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>No model has this in its name.</source>
        <translation>Ningún modelo lleva esto en el nombre.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Take the chosen model out of the file</source>
        <translation>Quitar del archivo el modelo elegido</translation>
    </message>
    <message>
        <source>Name of a model to add</source>
        <translation>Nombre de un modelo que añadir</translation>
    </message>
    <message>
        <source>Name it in nexus.toml, for what the provider does not list.</source>
        <translation>Lo nombra en nexus.toml, para lo que el proveedor no lista.</translation>
    </message>
    <message>
        <source>It has named no models yet. Type the name of one, or ask again.</source>
        <translation>Aún no ha nombrado ningún modelo. Escribe el nombre de uno o vuelve a preguntar.</translation>
    </message>
    <message>
        <source>Name of a deployment</source>
        <translation>Nombre de un despliegue</translation>
    </message>
    <message>
        <source>Name of a model it does not list</source>
        <translation>Nombre de un modelo que no lista</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsTable</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copiar id</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Filtrar modelos</translation>
    </message>
    <message>
        <source>Copies what clients ask for, provider and model.</source>
        <translation>Copia lo que piden los clientes: proveedor y modelo.</translation>
    </message>
    <message>
        <source>Opens the chosen model in the playground.</source>
        <translation>Abre el modelo elegido en el playground.</translation>
    </message>
    <message>
        <source>Models of all providers</source>
        <translation>Modelos de todos los proveedores</translation>
    </message>
    <message>
        <source>Try in the playground</source>
        <translation>Probar en el playground</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n model(s)</source>
        <translation>
            <numerusform>%1 de %n modelo</numerusform>
            <numerusform>%1 de %n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>The providers have named no models yet. Ask them again, or name models in the file.</source>
        <translation>Los proveedores aún no han indicado ningún modelo. Consúltalos de nuevo o indica modelos en el archivo.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Consultar de nuevo</translation>
    </message>
    <message>
        <source>Models come from providers. Add one to see what it has.</source>
        <translation>Los modelos vienen de los proveedores. Añade uno para ver lo que tiene.</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Añadir proveedor</translation>
    </message>
    <message>
        <source>Filter by provider, model or ability</source>
        <translation>Filtrar por proveedor, modelo o capacidad</translation>
    </message>
    <message>
        <source>Set the price of the chosen model (F2)</source>
        <translation>Indicar el precio del modelo elegido (F2)</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>Indicar el precio…</translation>
    </message>
    <message>
        <source>No model has these words in its name or abilities.</source>
        <translation>Ningún modelo lleva estas palabras en el nombre o en sus capacidades.</translation>
    </message>
</context>
<context>
    <name>nexus::OptionRow</name>
    <message>
        <source>Reset to default</source>
        <translation>Restablecer el valor predeterminado</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsPanel</name>
    <message>
        <source>Show answers as Markdown</source>
        <translation>Mostrar las respuestas como Markdown</translation>
    </message>
    <message>
        <source>How the model should behave</source>
        <translation>Cómo debe comportarse el modelo</translation>
    </message>
    <message>
        <source>It is kept while this page is open and nowhere else.</source>
        <translation>Se guarda mientras esta página está abierta y en ningún otro sitio.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt de sistema</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Máximo de tokens de una respuesta</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools, as a JSON list</source>
        <translation>Herramientas, como lista JSON</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Token de portador</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsView</name>
    <message>
        <source>Groups of settings</source>
        <translation>Grupos de ajustes</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Takes effect when Nexus is started again.</source>
        <translation>Surte efecto cuando se vuelve a iniciar Nexus.</translation>
    </message>
    <message>
        <source>Nexus was started with %1. This takes effect at the next start without it.</source>
        <translation>Nexus se inició con %1. Este ajuste surte efecto en el próximo inicio sin esa opción.</translation>
    </message>
    <message>
        <source>No setting fits “%1”.</source>
        <translation>Ningún ajuste coincide con «%1».</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Mostrar todos los ajustes</translation>
    </message>
    <message>
        <source>Default: not set</source>
        <translation>Predeterminado: sin definir</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Predeterminado: %1</translation>
    </message>
    <message>
        <source>Default: on</source>
        <translation>Predeterminado: activado</translation>
    </message>
    <message>
        <source>Default: off</source>
        <translation>Predeterminado: desactivado</translation>
    </message>
</context>
<context>
    <name>nexus::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>Conectar tu aplicación</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>Solicitudes de hoy</translation>
    </message>
    <message>
        <source>First token, p50</source>
        <translation>Primer token, p50</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>Tokens de hoy</translation>
    </message>
    <message>
        <source>Cost today</source>
        <translation>Coste de hoy</translation>
    </message>
    <message>
        <source>Range of the chart</source>
        <translation>Intervalo del gráfico</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>nothing yesterday until now</source>
        <translation>nada ayer hasta esta hora</translation>
    </message>
    <message>
        <source>%1 more than yesterday</source>
        <translation>%1 más que ayer</translation>
    </message>
    <message>
        <source>%1 less than yesterday</source>
        <translation>%1 menos que ayer</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondidas</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>errores</translation>
    </message>
    <message>
        <source>nothing today until now</source>
        <translation>nada hoy hasta ahora</translation>
    </message>
    <message>
        <source>p95 %1 · %2 slower than yesterday</source>
        <translation>p95 %1 · %2 más lento que ayer</translation>
    </message>
    <message>
        <source>p95 %1 · %2 faster than yesterday</source>
        <translation>p95 %1 · %2 más rápido que ayer</translation>
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
        <translation>entrada</translation>
    </message>
    <message>
        <source>output</source>
        <translation>salida</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>Tiempo hasta el primer token</translation>
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
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>Líneas que cambiarán</translation>
    </message>
    <message>
        <source>Save the changes (%1)</source>
        <translation>Guardar los cambios (%1)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n cambio sin guardar</numerusform>
            <numerusform>%n cambios sin guardar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::PlaygroundPage</name>
    <message>
        <source>Save this prompt…</source>
        <translation>Guardar este prompt…</translation>
    </message>
    <message>
        <source>Save this prompt</source>
        <translation>Guardar este prompt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>“%1” has taken the place of what was here.</source>
        <translation>«%1» ha sustituido lo que había aquí.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The prompt is saved as “%1”.</source>
        <translation>El prompt se guardó como «%1».</translation>
    </message>
    <message>
        <source>The prompt “%1” is deleted.</source>
        <translation>El prompt «%1» se eliminó.</translation>
    </message>
    <message>
        <source>Choose a model first; the alias will stand for it.</source>
        <translation>Elige primero un modelo; el alias lo representará.</translation>
    </message>
    <message>
        <source>Keep %1 with these settings as an alias</source>
        <translation>Guardar %1 con estos ajustes como alias</translation>
    </message>
    <message>
        <source>Clients can ask for “%1” now.</source>
        <translation>Los clientes ya pueden pedir «%1».</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarlo</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nueva conversación</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Añadir modelo</translation>
    </message>
    <message>
        <source>Settings of the chat</source>
        <translation>Ajustes del chat</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>Prompts guardados</translation>
    </message>
    <message>
        <source>Ask another model the same, up to four</source>
        <translation>Preguntar lo mismo a otro modelo, hasta cuatro</translation>
    </message>
    <message>
        <source>There is a prompt of this name. Saving replaces it.</source>
        <translation>Ya hay un prompt con este nombre. Al guardar se reemplaza.</translation>
    </message>
    <message>
        <source>The gateway is paused, so that no model is asked.</source>
        <translation>La pasarela está en pausa, así que no se pregunta a ningún modelo.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>The gateway is ending, so that nothing more can be sent.</source>
        <translation>La pasarela está terminando, así que no se puede enviar nada más.</translation>
    </message>
    <message>
        <source>The gateway is not running, so that nothing can be sent.</source>
        <translation>La pasarela no está en marcha, así que no se puede enviar nada.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>The gateway takes no chats of OpenAI&apos;s kind, which the playground sends.</source>
        <translation>La pasarela no acepta chats del tipo de OpenAI, que son los que envía el playground.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
    <message>
        <source>There is no provider to ask yet.</source>
        <translation>Aún no hay ningún proveedor al que preguntar.</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Añadir un proveedor</translation>
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
        <translation>No se pueden escribir los prompts en %1: %2</translation>
    </message>
    <message>
        <source>What is there now cannot be read.</source>
        <translation>No se puede leer lo que hay ahora.</translation>
    </message>
    <message>
        <source>The images take %1, and %2 can be kept with a prompt. Remove one, or make them smaller.</source>
        <translation>Las imágenes ocupan %1, y con un prompt se pueden guardar %2. Quita una o redúcelas.</translation>
    </message>
    <message>
        <source>All saved prompts together can keep %1 of images. Delete one that has some first.</source>
        <translation>Todos los prompts guardados juntos pueden conservar %1 de imágenes. Elimina primero uno que tenga imágenes.</translation>
    </message>
</context>
<context>
    <name>nexus::PresetTiles</name>
    <message>
        <source>Hosted services</source>
        <translation>Servicios alojados</translation>
    </message>
    <message>
        <source>On this machine or your network</source>
        <translation>En este equipo o en tu red</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Añadir %1</translation>
    </message>
</context>
<context>
    <name>nexus::PriceEntry</name>
    <message>
        <source>The provider %1 is not in the file any more. Add it again first.</source>
        <translation>El proveedor %1 ya no está en el archivo. Añádelo de nuevo primero.</translation>
    </message>
</context>
<context>
    <name>nexus::PriceForm</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Lectura de caché</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Escritura de caché</translation>
    </message>
    <message>
        <source>Use the built-in price</source>
        <translation>Usar el precio integrado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>Líneas que cambian en nexus.toml</translation>
    </message>
    <message>
        <source>Empties the fields, so that nexus.toml says nothing of this model&apos;s price.</source>
        <translation>Vacía los campos para que nexus.toml no diga nada del precio de este modelo.</translation>
    </message>
    <message>
        <source>Price of %1, US dollars per million tokens</source>
        <translation>Precio de %1, dólares estadounidenses por millón de tokens</translation>
    </message>
    <message>
        <source>Where a field is empty, this holds: %1.</source>
        <translation>Donde un campo está vacío, vale esto: %1.</translation>
    </message>
    <message>
        <source>No table of prices knows this model. A cost needs its input and its output.</source>
        <translation>Ninguna tabla de precios conoce este modelo. Un coste necesita la entrada y la salida.</translation>
    </message>
    <message>
        <source>The tables of prices are being read…</source>
        <translation>Leyendo las tablas de precios…</translation>
    </message>
    <message>
        <source>Remove the price</source>
        <translation>Quitar el precio</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1: write dollars as a number from 0 to 1000000 such as 2.50, or leave it empty.</source>
        <translation>%1: escribe los dólares como un número de 0 a 1000000 con punto, por ejemplo 2.50, o déjalo vacío.</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeLine</name>
    <message>
        <source>Test</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Asks for the list of models, which costs nothing.</source>
        <translation>Pide la lista de modelos, lo que no cuesta nada.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Consultando sus modelos…</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeWords</name>
    <message>
        <source>It works: the key was accepted, in %1.</source>
        <translation>Funciona: la clave se aceptó, en %1.</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s).</source>
        <translation>
            <numerusform>Funciona: %n modelo.</numerusform>
            <numerusform>Funciona: %n modelos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), in %1.</source>
        <translation>
            <numerusform>Funciona: %n modelo, en %1.</numerusform>
            <numerusform>Funciona: %n modelos, en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key may not list models (%1). Check its permissions, and that it belongs to this organisation.</source>
        <translation>La clave no puede listar modelos (%1). Comprueba sus permisos y que sea de esta organización.</translation>
    </message>
    <message>
        <source>The key was refused (%1). Check that it is whole and belongs to this organisation.</source>
        <translation>La clave se rechazó (%1). Comprueba que esté completa y sea de esta organización.</translation>
    </message>
    <message>
        <source>%1 answers, but has no list of models at this address (404). Check the path; it often ends in /v1.</source>
        <translation>%1 responde, pero no tiene lista de modelos en esta dirección (404). Comprueba la ruta; suele terminar en /v1.</translation>
    </message>
    <message>
        <source>%1 sends to another address (%2). Enter the address of the API itself.</source>
        <translation>%1 remite a otra dirección (%2). Introduce la dirección de la propia API.</translation>
    </message>
    <message>
        <source>%1 refused to list its models (%2). Check the address and the type of the provider.</source>
        <translation>%1 se negó a listar sus modelos (%2). Comprueba la dirección y el tipo del proveedor.</translation>
    </message>
    <message>
        <source>Something else answers at %1, perhaps a web page. Check the address; it often ends in /v1.</source>
        <translation>En %1 responde otra cosa, quizá una página web. Comprueba la dirección; suele terminar en /v1.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check that the server runs, and its port.</source>
        <translation>Nada escucha en %1. Comprueba que el servidor esté en marcha, y su puerto.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network, the proxy and the address.</source>
        <translation>No se puede llegar a %1. Comprueba la red, el proxy y la dirección.</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate is not trusted, or it speaks no TLS. A certificate of your own belongs under tls.ca_certificate; a server without TLS is http://.</source>
        <translation>No hay conexión segura con %1: su certificado no es de confianza o no habla TLS. Un certificado propio va en tls.ca_certificate; un servidor sin TLS es http://.</translation>
    </message>
    <message>
        <source>It answers, but lists no models. Load or install one there first, or name one in the file.</source>
        <translation>Responde, pero no lista ningún modelo. Carga o instala uno allí primero, o indica uno en el archivo.</translation>
    </message>
    <message>
        <source>It needs a key. Paste one and test again.</source>
        <translation>Necesita una clave. Pega una y vuelve a comprobar.</translation>
    </message>
    <message>
        <source>%1 was not found. Check your network and the spelling of the address.</source>
        <translation>No se encontró %1. Comprueba la red y cómo está escrita la dirección.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network, the proxy and the address.</source>
        <translation>%1 no respondió a tiempo. Comprueba la red, el proxy y la dirección.</translation>
    </message>
    <message>
        <source>The key is accepted, but has used up its share or its credit (%1). Check the plan and the billing there.</source>
        <translation>La clave se acepta, pero ha agotado su cuota o su crédito (%1). Comprueba allí el plan y la facturación.</translation>
    </message>
    <message>
        <source>%1 answers with a failure of its own (%2). Try again in a while.</source>
        <translation>%1 responde con un fallo propio (%2). Inténtalo de nuevo dentro de un rato.</translation>
    </message>
</context>
<context>
    <name>nexus::ProblemList</name>
    <message>
        <source>Last problems</source>
        <translation>Últimos problemas</translation>
    </message>
    <message>
        <source>None since Nexus was started.</source>
        <translation>Ninguno desde que se inició Nexus.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Open the provider</source>
        <translation>Abrir el proveedor</translation>
    </message>
    <message>
        <source>Open the budgets</source>
        <translation>Abrir los presupuestos</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>Abrir los modelos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show the request of %1</source>
        <translation>Mostrar la solicitud de %1</translation>
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
        <translation>Añadir imagen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Ask all models the same. Ctrl+Enter sends; images can be pasted or dropped here.</source>
        <translation>Pregunta lo mismo a todos los modelos. Ctrl+Intro envía; aquí se pueden pegar o soltar imágenes.</translation>
    </message>
    <message>
        <source>Send to all models (Ctrl+Enter)</source>
        <translation>Enviar a todos los modelos (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Stop all answers (Esc)</source>
        <translation>Detener todas las respuestas (Esc)</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.gif *.webp)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Choose another file.</source>
        <translation>No se puede leer %1. Elige otro archivo.</translation>
    </message>
    <message>
        <source>%1 is larger than %2. Choose a smaller image.</source>
        <translation>%1 supera %2. Elige una imagen más pequeña.</translation>
    </message>
    <message>
        <source>The clipboard holds no image that can be sent.</source>
        <translation>El portapapeles no contiene ninguna imagen que se pueda enviar.</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>%1 is no image that models take. Choose a PNG, JPEG, GIF or WebP file.</source>
        <translation>%1 no es una imagen que acepten los modelos. Elige un archivo PNG, JPEG, GIF o WebP.</translation>
    </message>
    <message numerus="yes">
        <source>A message holds %n image(s) at most.</source>
        <translation>
            <numerusform>Un mensaje admite %n imagen como máximo.</numerusform>
            <numerusform>Un mensaje admite %n imágenes como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>%1. Click to remove it.</source>
        <translation>%1. Haz clic para quitarlo.</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Imagen %1</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDetail</name>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>Mostrar sus solicitudes</translation>
    </message>
    <message>
        <source>First token: %1</source>
        <translation>Primer token: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how long ago, and the error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is taken out of nexus.toml.</source>
        <translation>%1 se quita de nexus.toml.</translation>
    </message>
    <message numerus="yes">
        <source>Lost with it: %n alias(es): %1.</source>
        <translation>
            <numerusform>Con él se pierde %n alias: %1.</numerusform>
            <numerusform>Con él se pierden %n alias: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) lose a target: %1.</source>
        <translation>
            <numerusform>%n alias pierde un destino: %1.</numerusform>
            <numerusform>%n alias pierden un destino: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) go too: %1.</source>
        <translation>
            <numerusform>También desaparece %n presupuesto: %1.</numerusform>
            <numerusform>También desaparecen %n presupuestos: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A key in the keychain stays there.</source>
        <translation>Si hay una clave en el llavero, se queda allí.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>No request in the last day.</source>
        <translation>Ninguna solicitud en el último día.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last day, none with a first token.</source>
        <translation>
            <numerusform>%n solicitud en el último día, sin primer token.</numerusform>
            <numerusform>%n solicitudes en el último día, ninguna con un primer token.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First token: %1 median, %2 p95, of %n request(s) in the last day.</source>
        <translation>
            <numerusform>Primer token: mediana %1, p95 %2, de %n solicitud en el último día.</numerusform>
            <numerusform>Primer token: mediana %1, p95 %2, de %n solicitudes en el último día.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDraft</name>
    <message>
        <source>Give the provider a name.</source>
        <translation>Ponle un nombre al proveedor.</translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos; in the name, and no spaces.</source>
        <translation>Usa hasta 64 letras, dígitos, &apos;-&apos;, &apos;_&apos; y &apos;.&apos; en el nombre, sin espacios.</translation>
    </message>
    <message>
        <source>There is a provider of this name already. Choose another one.</source>
        <translation>Ya hay un proveedor con este nombre. Elige otro.</translation>
    </message>
    <message>
        <source>The address has to begin with http:// or https://, without user name, &apos;?&apos; and &apos;#&apos;.</source>
        <translation>La dirección debe empezar por http:// o https://, sin nombre de usuario, &apos;?&apos; ni &apos;#&apos;.</translation>
    </message>
    <message>
        <source>A region is written in small letters, digits and hyphens, such as us-east-1.</source>
        <translation>Una región se escribe con minúsculas, dígitos y guiones, por ejemplo us-east-1.</translation>
    </message>
    <message>
        <source>The name is too long for the keychain, which adds to it for each part of an access key. Use up to 46 characters.</source>
        <translation>El nombre es demasiado largo para el llavero, que lo amplía para cada parte de una clave de acceso. Usa hasta 46 caracteres.</translation>
    </message>
    <message>
        <source>The API version is written in letters, digits and hyphens, such as 2024-10-21. Leave the field empty for the usual one.</source>
        <translation>La versión de la API se escribe con letras, dígitos y guiones, por ejemplo 2024-10-21. Deja el campo vacío para la habitual.</translation>
    </message>
    <message>
        <source>The pattern of offered models is no regular expression: %1, at character %2. Correct it, or leave the field empty to offer all.</source>
        <translation>El patrón de modelos ofrecidos no es una expresión regular: %1, en el carácter %2. Corrígelo, o deja el campo vacío para ofrecerlos todos.</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderForm</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Name, the first part of its models&apos; names</source>
        <translation>Nombre, la primera parte de los nombres de sus modelos</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Versión de la API</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Añadir %1</translation>
    </message>
    <message>
        <source>These lines will change in %1</source>
        <translation>Estas líneas cambiarán en %1</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Firmado con</translation>
    </message>
    <message>
        <source>only where it cannot list them</source>
        <translation>solo si no puede listarlos</translation>
    </message>
    <message>
        <source>Deployments, with commas between them</source>
        <translation>Despliegues, separados por comas</translation>
    </message>
    <message>
        <source>Models, with commas between them</source>
        <translation>Modelos, separados por comas</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderListModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
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
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>vLLM listens on port 8000 unless told otherwise, as Nexus does. Start it with --port 8001, or give the port it has.</source>
        <translation>vLLM escucha en el puerto 8000 si no se indica otro, igual que Nexus. Inícialo con --port 8001, o indica el puerto que tenga.</translation>
    </message>
    <message>
        <source>Start the server in LM Studio&apos;s Developer tab first. It needs no key.</source>
        <translation>Inicia primero el servidor en la pestaña Developer de LM Studio. No necesita clave.</translation>
    </message>
    <message>
        <source>Ollama needs no key.</source>
        <translation>Ollama no necesita clave.</translation>
    </message>
    <message>
        <source>Start llama-server first. It needs a key only when it was given one.</source>
        <translation>Inicia primero llama-server. Solo necesita clave si se le dio una.</translation>
    </message>
    <message>
        <source>The endpoint and the key stand in the Azure portal under Keys and Endpoint. Models are called by the names of your deployments.</source>
        <translation>El endpoint y la clave están en el portal de Azure, en Keys and Endpoint. Los modelos se llaman como tus despliegues.</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s protocol. The address usually ends in /v1.</source>
        <translation>Cualquier servidor que hable el protocolo de OpenAI. La dirección suele terminar en /v1.</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>Compatible con OpenAI</translation>
    </message>
    <message>
        <source>Built-in demo</source>
        <translation>Demostración integrada</translation>
    </message>
    <message>
        <source>Requests are signed with what you choose below. Without a region that of the environment or of the profile holds.</source>
        <translation>Las solicitudes se firman con lo que elijas abajo. Sin región, vale la del entorno o la del perfil.</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderRows</name>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Aún sin usar</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin clave</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Sin contacto</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Con fallos</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>En reposo</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Probando de nuevo</translation>
    </message>
    <message>
        <source>It answered the last time it was asked.</source>
        <translation>Respondió la última vez que se le consultó.</translation>
    </message>
    <message>
        <source>Nothing has been asked of it since Nexus was started. Test it to be sure.</source>
        <translation>No se le ha consultado nada desde que se inició Nexus. Compruébalo para mayor seguridad.</translation>
    </message>
    <message>
        <source>It needs a key. Add one below.</source>
        <translation>Necesita una clave. Añade una abajo.</translation>
    </message>
    <message>
        <source>The last request to it failed.</source>
        <translation>La última solicitud que se le envió falló.</translation>
    </message>
    <message>
        <source>It failed too often and gets no requests for %1. Then one of them finds out whether it is back.</source>
        <translation>Falló demasiadas veces y no recibe solicitudes durante %1. Después, una de ellas averigua si ha vuelto.</translation>
    </message>
    <message>
        <source>It failed too often. The next request finds out whether it is back.</source>
        <translation>Falló demasiadas veces. La próxima solicitud averigua si ha vuelto.</translation>
    </message>
    <message>
        <source>The keychain does not have its key, or is locked. Unlock it, or add the key below.</source>
        <translation>El llavero no tiene su clave o está bloqueado. Desbloquéalo o añade la clave abajo.</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Clave rechazada</translation>
    </message>
    <message>
        <source>Lists no models</source>
        <translation>No lista modelos</translation>
    </message>
</context>
<context>
    <name>nexus::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Añadir proveedor</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>Consultar los modelos de todos los proveedores</translation>
    </message>
    <message>
        <source>There is no provider yet. Add one to send requests to its models; until then the built-in demo answers.</source>
        <translation>Aún no hay ningún proveedor. Añade uno para enviar solicitudes a sus modelos; hasta entonces responde la demostración integrada.</translation>
    </message>
    <message>
        <source>There is a change that is not saved. Save it or cancel it first.</source>
        <translation>Hay un cambio sin guardar. Guárdalo o cancélalo primero.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>Se añadió %1.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>Se quitó %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>nexus::RequestActions</name>
    <message>
        <source>Compare the two answers</source>
        <translation>Comparar las dos respuestas</translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected request(s)…</source>
        <translation>
            <numerusform>Exportar %n solicitud seleccionada…</numerusform>
            <numerusform>Exportar %n solicitudes seleccionadas…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Copy the request ID</source>
        <translation>Copiar el ID de solicitud</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copiar como</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Send again to</source>
        <translation>Enviar de nuevo a</translation>
    </message>
    <message>
        <source>Open in the playground</source>
        <translation>Abrir en el playground</translation>
    </message>
    <message>
        <source>All requests of this client</source>
        <translation>Todas las solicitudes de este cliente</translation>
    </message>
    <message>
        <source>Show the provider</source>
        <translation>Mostrar el proveedor</translation>
    </message>
    <message>
        <source>The request was copied.</source>
        <translation>Se copió la solicitud.</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it to send requests.</source>
        <translation>Nexus no está en servicio en este momento. Inícialo para enviar solicitudes.</translation>
    </message>
    <message>
        <source>The request had ended already.</source>
        <translation>La solicitud ya había terminado.</translation>
    </message>
    <message>
        <source>The request could not be sent: %1</source>
        <translation>No se pudo enviar la solicitud: %1</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Columnas…</translation>
    </message>
    <message>
        <source>Search all models…</source>
        <translation>Buscar en todos los modelos…</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1.</source>
        <translation>La solicitud se volvió a enviar y falló con el estado %1.</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1: %2</source>
        <translation>La solicitud se volvió a enviar y falló con el estado %1: %2</translation>
    </message>
</context>
<context>
    <name>nexus::RequestDetail</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Cerrar el detalle</translation>
    </message>
    <message>
        <source>Detail of the request</source>
        <translation>Detalle de la solicitud</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>Partes del detalle</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Encabezados</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>It was too long to be kept whole.</source>
        <translation>Era demasiado largo para guardarlo entero.</translation>
    </message>
    <message>
        <source>Put together from a stream, which is under Raw.</source>
        <translation>Compuesto a partir de un stream, que está en Sin formato.</translation>
    </message>
    <message>
        <source>Texts are shown when the request has ended.</source>
        <translation>Los textos se muestran cuando la solicitud ha terminado.</translation>
    </message>
    <message>
        <source>Looking into the history…</source>
        <translation>Buscando en el historial…</translation>
    </message>
    <message>
        <source>No history is kept, so there are no texts to show.</source>
        <translation>No se lleva historial, así que no hay textos que mostrar.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
    <message>
        <source>Prompts and answers are not kept, only the figures around them.</source>
        <translation>Los prompts y las respuestas no se guardan, solo las cifras que los rodean.</translation>
    </message>
    <message>
        <source>Keep bodies from now on</source>
        <translation>Guardar los cuerpos desde ahora</translation>
    </message>
    <message>
        <source>Prompts and answers are only kept of requests that failed.</source>
        <translation>Solo se guardan los prompts y las respuestas de las solicitudes fallidas.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The prompt and answer of this request were not kept.</source>
        <translation>El prompt y la respuesta de esta solicitud no se guardaron.</translation>
    </message>
    <message>
        <source>The times of a stream&apos;s events are kept together with bodies.</source>
        <translation>Los tiempos de los eventos de un flujo se guardan junto con los cuerpos.</translation>
    </message>
</context>
<context>
    <name>nexus::RequestTable</name>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Columnas habituales</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nueva</numerusform>
            <numerusform>%n nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>nexus::SaidItemView</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, not kept. SHA-256 %3</source>
        <translation>%1, %2, sin guardar. SHA-256 %3</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Razonamiento</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are under Request or Answer.</source>
        <translation>
            <numerusform>Hay %n carácter más en Solicitud o Respuesta.</numerusform>
            <numerusform>Hay %n caracteres más en Solicitud o Respuesta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Resultado de una herramienta</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Resultado de %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 falló</translation>
    </message>
    <message>
        <source>%1, no result yet</source>
        <translation>%1, aún sin resultado</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>%1, %2, in memory until Nexus ends</source>
        <translation>%1, %2, en memoria hasta que Nexus termine</translation>
    </message>
</context>
<context>
    <name>nexus::SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Mostrar lo que se escribe</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Ocultar lo que se escribe</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>nexus::SettingEditor</name>
    <message>
        <source>Not set</source>
        <translation>Sin definir</translation>
    </message>
</context>
<context>
    <name>nexus::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>El cambio se deshizo.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>The changes of the settings are not saved. They are lost when you go on without saving.</source>
        <translation>Los cambios de los ajustes no están guardados. Se pierden si sigues sin guardar.</translation>
    </message>
    <message>
        <source>Saved. A part of it takes effect when Nexus is started again.</source>
        <translation>Guardado. Una parte surte efecto cuando se vuelve a iniciar Nexus.</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>Guardado. Rige a partir de la próxima solicitud.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Show the line</source>
        <translation>Mostrar la línea</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Header rules go below this line, for example: %1</source>
        <translation>Las reglas de cabeceras van debajo de esta línea, por ejemplo: %1</translation>
    </message>
    <message>
        <source>%1 is not in the file yet. It goes below this line.</source>
        <translation>%1 aún no está en el archivo. Va debajo de esta línea.</translation>
    </message>
</context>
<context>
    <name>nexus::Sidebar</name>
    <message>
        <source>Fold the side bar</source>
        <translation>Plegar la barra lateral</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>Registro en vivo</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Uso</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
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
        <translation>Conectar con</translation>
    </message>
    <message>
        <source>Model in the lines</source>
        <translation>Modelo en las líneas</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>Líneas para copiar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>nexus::Snippets</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>El certificado de la pasarela debe ser de confianza. Si es propio, indica dónde está:</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
</context>
<context>
    <name>nexus::StateLine</name>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>En servicio en %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Paused on %1</source>
        <translation>En pausa en %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniéndose</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>Sin servicio</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Abrir el archivo</translation>
    </message>
</context>
<context>
    <name>nexus::StepCard</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>Paso %1, hecho: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Paso %1: %2</translation>
    </message>
</context>
<context>
    <name>nexus::TargetChip</name>
    <message>
        <source>Take %1 out</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Peso de %1</translation>
    </message>
    <message>
        <source>The larger its weight, the more requests it gets.</source>
        <translation>Cuanto mayor es su peso, más solicitudes recibe.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 Alt and an arrow key move it, Delete takes it out.</source>
        <translation>%1 Alt y una flecha lo mueven, Supr lo quita.</translation>
    </message>
    <message>
        <source>%1 Last test: %2.</source>
        <translation>%1 Última comprobación: %2.</translation>
    </message>
</context>
<context>
    <name>nexus::TargetRow</name>
    <message>
        <source>Another alias.</source>
        <translation>Otro alias.</translation>
    </message>
    <message>
        <source>Nothing is known of its provider yet.</source>
        <translation>Aún no se sabe nada de su proveedor.</translation>
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
        <translation>Texto de nexus.toml</translation>
    </message>
</context>
<context>
    <name>nexus::TomlView</name>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Buscar (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Mostrar cambios</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>Líneas que cambiarán</translation>
    </message>
    <message>
        <source>Save the file (Ctrl+S)</source>
        <translation>Guardar el archivo (Ctrl+S)</translation>
    </message>
    <message>
        <source>Show the saved file again. Undo brings your text back.</source>
        <translation>Vuelve a mostrar el archivo guardado. Deshacer recupera tu texto.</translation>
    </message>
    <message>
        <source>The save was taken back.</source>
        <translation>Se deshizo el guardado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Saved. The gateway goes on with the last good configuration until the mistake is mended.</source>
        <translation>Guardado. La pasarela sigue con la última configuración válida hasta que se corrija el error.</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>Guardado. Rige a partir de la próxima solicitud.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8 and can only be read here. Save it as UTF-8 with another editor.</source>
        <translation>El archivo no es texto en UTF-8 y aquí solo se puede leer. Guárdalo como UTF-8 con otro editor.</translation>
    </message>
    <message>
        <source>There is no file yet. This is what the gateway found without one; saving writes it to %1.</source>
        <translation>Aún no hay archivo. Esto es lo que la pasarela encontró sin él; al guardar se escribe en %1.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Línea %1, columna %2: %3</translation>
    </message>
    <message>
        <source>Both changes are in the text. Look at it and save.</source>
        <translation>Ambos cambios están en el texto. Revísalo y guarda.</translation>
    </message>
    <message>
        <source>There is no file yet, and nothing was found to begin it with. What you write here becomes %1.</source>
        <translation>Aún no hay archivo y no se encontró nada con que empezarlo. Lo que se escriba aquí será %1.</translation>
    </message>
    <message>
        <source>Create the file</source>
        <translation>Crear el archivo</translation>
    </message>
</context>
<context>
    <name>nexus::TranslationView</name>
    <message>
        <source>From the client: %1</source>
        <translation>Del cliente: %1</translation>
    </message>
    <message>
        <source>Sent to %1: %2</source>
        <translation>Enviado a %1: %2</translation>
    </message>
    <message>
        <source>What became of each field</source>
        <translation>Qué fue de cada campo</translation>
    </message>
</context>
<context>
    <name>nexus::Tray</name>
    <message>
        <source>Last errors</source>
        <translation>Últimos errores</translation>
    </message>
    <message>
        <source>Open Nexus</source>
        <translation>Abrir Nexus</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Nexus is serving on %1</source>
        <translation>Nexus está en servicio en %1</translation>
    </message>
    <message>
        <source>Nexus is paused</source>
        <translation>Nexus está en pausa</translation>
    </message>
    <message>
        <source>Nexus does not serve</source>
        <translation>Nexus no está en servicio</translation>
    </message>
    <message>
        <source>Nexus is serving its demo model; add a key to use others</source>
        <translation>Nexus sirve su modelo de demostración; añade una clave para usar otros</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message numerus="yes">
        <source>Today: %n request(s), %1</source>
        <translation>
            <numerusform>Hoy: %n solicitud, %1</numerusform>
            <numerusform>Hoy: %n solicitudes, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No key for %1</source>
        <comment>names of providers</comment>
        <translation>Sin clave para %1</translation>
    </message>
</context>
<context>
    <name>nexus::TripWatch</name>
    <message>
        <source>The budget %1 is spent</source>
        <translation>El presupuesto %1 se ha agotado</translation>
    </message>
    <message>
        <source>The budget %1 is nearly spent</source>
        <translation>El presupuesto %1 está casi agotado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 fails and is left alone for a while</source>
        <translation>%1 falla y queda apartado por un rato</translation>
    </message>
</context>
<context>
    <name>nexus::TryStep</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Say hello in three languages.</source>
        <translation>Di hola en tres idiomas.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>La respuesta aparece aquí a medida que se escribe.</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>Consultando sus modelos…</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>Esperando la primera palabra…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>%1 answered in %2</source>
        <translation>%1 respondió en %2</translation>
    </message>
    <message>
        <source>First token %1 · total %2 · %3 tokens in, %4 out · %5</source>
        <translation>Primer token %1 · total %2 · %3 tokens de entrada, %4 de salida · %5</translation>
    </message>
    <message>
        <source>Name of a model</source>
        <translation>Nombre de un modelo</translation>
    </message>
    <message>
        <source>The echo model answers with what you say. This comes back as it is.</source>
        <translation>El modelo echo responde con lo que se le dice. Esto vuelve tal cual.</translation>
    </message>
</context>
<context>
    <name>nexus::UsageModel</name>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens entrada</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens salida</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>De caché</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>1.er token</translation>
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
        <translation>Total</translation>
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
            <numerusform>No se conoce el precio de %n solicitud; no está en la suma.</numerusform>
            <numerusform>No se conoce el precio de %n solicitudes; no están en la suma.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider did not count the tokens of %n request(s); they are estimated.</source>
        <translation>
            <numerusform>El proveedor no contó los tokens de %n solicitud; son una estimación.</numerusform>
            <numerusform>El proveedor no contó los tokens de %n solicitudes; son una estimación.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::UsagePage</name>
    <message>
        <source>Usage</source>
        <translation>Uso</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Desde … hasta …</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Agrupado por</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Por modelo</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Por proveedor</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Por cliente</translation>
    </message>
    <message>
        <source>By alias</source>
        <translation>Por alias</translation>
    </message>
    <message>
        <source>Height of the bars</source>
        <translation>Altura de las barras</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Usage by name</source>
        <translation>Uso por nombre</translation>
    </message>
    <message>
        <source>Press Enter to see the requests of a row</source>
        <translation>Pulsa Intro para ver las solicitudes de una fila</translation>
    </message>
    <message>
        <source>The history is off, so nothing is counted.</source>
        <translation>El historial está desactivado, así que no se cuenta nada.</translation>
    </message>
    <message>
        <source>Turn it on in Settings</source>
        <translation>Activarlo en Ajustes</translation>
    </message>
    <message>
        <source>There were no requests to a model in this time.</source>
        <translation>No hubo solicitudes a ningún modelo en este periodo.</translation>
    </message>
    <message>
        <source>Try a model in the playground</source>
        <translation>Probar un modelo en el playground</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>todos los demás</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Guardado en %1.</translation>
    </message>
    <message>
        <source>Usage over time</source>
        <translation>Uso a lo largo del tiempo</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Por día</translation>
    </message>
</context>
<context>
    <name>nexus::WelcomePage</name>
    <message>
        <source>Welcome to Nexus</source>
        <translation>Te damos la bienvenida a Nexus</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>All of this can be done later on its pages.</source>
        <translation>Todo esto se puede hacer más tarde en sus páginas.</translation>
    </message>
    <message>
        <source>Three steps, and your programs talk to every model through one address.</source>
        <translation>Tres pasos, y tus programas hablan con todos los modelos a través de una sola dirección.</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Añadir una clave</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probarlo</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>Conectar tu aplicación</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>copiado</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>Se añadió %1</translation>
    </message>
    <message>
        <source>the demo model, for now</source>
        <translation>el modelo de demostración, por ahora</translation>
    </message>
</context>
</TS>
