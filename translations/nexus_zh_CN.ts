<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerSchema</name>
    <message>
        <source>A schema is an object in braces.</source>
        <translation>模式是用花括号括起来的对象。</translation>
    </message>
    <message>
        <source>%1 is no type. There are string, number, integer, boolean, object, array and null.</source>
        <translation>%1 不是类型。可用的有 string、number、integer、boolean、object、array 和 null。</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>列表为空。</translation>
    </message>
    <message>
        <source>This has to be a list of the values that are allowed.</source>
        <translation>此处必须是允许值的列表。</translation>
    </message>
    <message>
        <source>This has to be a number.</source>
        <translation>此处必须是数字。</translation>
    </message>
    <message>
        <source>This has to be a number from 0.</source>
        <translation>此处必须是不小于 0 的数字。</translation>
    </message>
    <message>
        <source>This has to be a text like #/$defs/name.</source>
        <translation>此处必须是形如 #/$defs/name 的文本。</translation>
    </message>
    <message>
        <source>%1 leads nowhere in this schema.</source>
        <translation>%1 在此模式中没有指向任何内容。</translation>
    </message>
    <message>
        <source>This has to be an object of names and their schemas.</source>
        <translation>此处必须是由名称及其模式组成的对象。</translation>
    </message>
    <message>
        <source>This has to be a list of schemas.</source>
        <translation>此处必须是模式的列表。</translation>
    </message>
    <message>
        <source>This has to be a list of names.</source>
        <translation>此处必须是名称的列表。</translation>
    </message>
    <message>
        <source>“%1” is required, but it is not among the properties.</source>
        <translation>“%1”是必需的，但不在属性之中。</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>在 %1：%2</translation>
    </message>
    <message>
        <source>This is not JSON. Look at line %1: %2</source>
        <translation>这不是 JSON。请查看第 %1 行：%2</translation>
    </message>
    <message>
        <source>This JSON is nested too deeply. Make it simpler.</source>
        <translation>此 JSON 嵌套过深。请简化。</translation>
    </message>
    <message>
        <source>Write a JSON schema, or choose another form of answers.</source>
        <translation>请编写 JSON 模式，或选择其他回答形式。</translation>
    </message>
    <message>
        <source>The schema needs a name of letters, digits, - and _: {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}.</source>
        <translation>模式需要一个由字母、数字、- 和 _ 组成的名称：{&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}。</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>无法创建其文件夹</translation>
    </message>
    <message>
        <source>The registry does not let Nexus change what starts at login.</source>
        <translation>注册表不允许 Nexus 更改登录启动项。</translation>
    </message>
</context>
<context>
    <name>ChatCode</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>必须信任网关的证书。如果是自有证书，请指明其位置：</translation>
    </message>
</context>
<context>
    <name>ChatDraft</name>
    <message>
        <source>Tools are a list. Begin with [ and end with ].</source>
        <translation>工具是一个列表。请以 [ 开头，以 ] 结尾。</translation>
    </message>
    <message>
        <source>Tool %1 needs a name: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}.</source>
        <translation>工具 %1 需要名称：{&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Read the configuration again</source>
        <translation>重新读取配置</translation>
    </message>
    <message>
        <source>Ask providers for their models</source>
        <translation>向提供商查询模型</translation>
    </message>
    <message>
        <source>Edit nexus.toml</source>
        <translation>编辑 nexus.toml</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Show requests that failed</source>
        <translation>显示失败的请求</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Add an alias</source>
        <translation>添加别名</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>添加预算</translation>
    </message>
    <message>
        <source>Save the usage as CSV</source>
        <translation>将用量另存为 CSV</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
</context>
<context>
    <name>ConsoleRows</name>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Start Nexus when you log in to this computer.</source>
        <translation>登录此计算机时启动 Nexus。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Whether the window is light or dark.</source>
        <translation>窗口使用浅色还是深色。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>In what language the window speaks.</source>
        <translation>窗口使用的语言。</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>启动时隐藏</translation>
    </message>
    <message>
        <source>Begin as an icon in the tray, without a window.</source>
        <translation>启动后只显示托盘图标，不打开窗口。</translation>
    </message>
    <message>
        <source>Serve at start</source>
        <translation>启动时开始服务</translation>
    </message>
    <message>
        <source>Answer requests as soon as Nexus is started.</source>
        <translation>Nexus 启动后立即回答请求。</translation>
    </message>
    <message>
        <source>Go on without a window</source>
        <translation>关闭窗口后继续运行</translation>
    </message>
    <message>
        <source>Closing the window leaves Nexus serving, with an icon in the tray.</source>
        <translation>关闭窗口后 Nexus 继续服务，并显示托盘图标。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell the desktop when a budget is spent or a provider rests.</source>
        <translation>预算用尽或提供商进入冷却时发送桌面通知。</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>An image or file</source>
        <translation>图像或文件</translation>
    </message>
    <message>
        <source>The provider shows no text of this.</source>
        <translation>提供商不显示此内容的文本。</translation>
    </message>
    <message>
        <source>The prompt cannot be shown as a conversation: %1</source>
        <translation>无法以对话形式显示提示词：%1</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole. What is kept is under Request.</source>
        <translation>提示词过长，未能完整保留。已保留的部分见“请求”。</translation>
    </message>
    <message>
        <source>The answer was too long to be kept whole. What is kept is under Answer.</source>
        <translation>回答过长，未能完整保留。已保留的部分见“回答”。</translation>
    </message>
    <message>
        <source>The answer is no message of a model. It is under Answer.</source>
        <translation>该回答不是模型消息，见“回答”。</translation>
    </message>
</context>
<context>
    <name>KeepAsAlias</name>
    <message>
        <source>There is an alias of this name. Choose another name.</source>
        <translation>已有同名别名。请换一个名称。</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>推理强度</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>停止序列</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>回答形式</translation>
    </message>
    <message>
        <source>An alias cannot hold these settings, which stay behind: %1.</source>
        <translation>别名无法包含以下设置，它们不会被保留：%1。</translation>
    </message>
</context>
<context>
    <name>ModelNames</name>
    <message>
        <source>Azure does not tell which deployments there are. Type the name of one.</source>
        <translation>Azure 不会列出有哪些部署。请输入一个部署的名称。</translation>
    </message>
    <message>
        <source>Without a key it does not tell which models it has. Type the name of one.</source>
        <translation>没有密钥就无法得知它有哪些模型。请输入一个模型的名称。</translation>
    </message>
    <message>
        <source>Its models cannot be listed, type the name of one. %1</source>
        <comment>and the error</comment>
        <translation>无法列出其模型，请输入一个模型的名称。%1</translation>
    </message>
    <message>
        <source>It lists no models. Type the name of one.</source>
        <translation>它没有列出任何模型。请输入一个模型的名称。</translation>
    </message>
</context>
<context>
    <name>RequestCells</name>
    <message>
        <source>%1 in, %2 out</source>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Model → target</source>
        <translation>模型 → 目标</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总耗时</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式传输中</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>缓存 %1</translation>
    </message>
    <message>
        <source>Refused %1</source>
        <translation>已拒绝 %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>Client left</source>
        <translation>客户端已断开</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The provider has not answered yet.</source>
        <translation>提供商尚未回答。</translation>
    </message>
    <message>
        <source>The answer is being written.</source>
        <translation>正在写入回答。</translation>
    </message>
    <message>
        <source>Answered from the cache, without a provider.</source>
        <translation>由缓存回答，未经过提供商。</translation>
    </message>
    <message>
        <source>The client got the provider&apos;s error with status %1.</source>
        <translation>客户端收到提供商的错误，状态码 %1。</translation>
    </message>
    <message>
        <source>The client got the whole answer.</source>
        <translation>客户端已收到完整回答。</translation>
    </message>
    <message>
        <source>Nexus refused it with status %1. No provider was asked.</source>
        <translation>Nexus 已拒绝，状态码 %1。未询问任何提供商。</translation>
    </message>
    <message>
        <source>No provider could answer. The client got status %1.</source>
        <translation>没有提供商能够回答。客户端收到状态码 %1。</translation>
    </message>
    <message>
        <source>The client closed the connection before the answer was complete.</source>
        <translation>回答完成前，客户端关闭了连接。</translation>
    </message>
    <message>
        <source>It was stopped here before the answer was complete.</source>
        <translation>回答完成前，在此处被停止。</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>未命中</translation>
    </message>
    <message>
        <source>Bypassed</source>
        <translation>绕过</translation>
    </message>
</context>
<context>
    <name>RequestCode</name>
    <message>
        <source>The prompt of this request was not kept.</source>
        <translation>此请求的提示词未保留。</translation>
    </message>
    <message>
        <source>The images and files of this prompt were not kept, so that it cannot be sent again.</source>
        <translation>此提示词的图像和文件未保留，因此无法重新发送。</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole, so that it cannot be sent again.</source>
        <translation>提示词过长，未能完整保留，因此无法重新发送。</translation>
    </message>
</context>
<context>
    <name>RequestExport</name>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>无法写入文件：%1。</translation>
    </message>
</context>
<context>
    <name>RequestFacts</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input from the provider&apos;s cache</source>
        <translation>从提供商缓存读取的输入</translation>
    </message>
    <message>
        <source>Input into the provider&apos;s cache</source>
        <translation>写入提供商缓存的输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Price of %1 from %2.</source>
        <translation>%1 的价格，来自 %2。</translation>
    </message>
    <message>
        <source>Price of %1 from %2, as of %3.</source>
        <translation>%1 的价格，来自 %2，截至 %3。</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1，耗时 %2</translation>
    </message>
    <message>
        <source>no answer after %1</source>
        <translation>%1 后仍无回答</translation>
    </message>
    <message>
        <source>The cost is known when the answer is complete.</source>
        <translation>回答完成后才能得知费用。</translation>
    </message>
    <message>
        <source>The answer came from the cache, so that it cost nothing.</source>
        <translation>回答来自缓存，因此没有费用。</translation>
    </message>
    <message>
        <source>No provider was asked, so that it cost nothing.</source>
        <translation>未询问任何提供商，因此没有费用。</translation>
    </message>
    <message>
        <source>The provider did not say how many tokens it used, so that the cost is not known.</source>
        <translation>提供商未说明使用了多少 token，因此费用未知。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The provider did not count; tokens are estimated.</source>
        <translation>提供商未计数；token 为估算值。</translation>
    </message>
    <message>
        <source>No provider was asked, so that nothing was translated.</source>
        <translation>未询问任何提供商，因此没有进行转换。</translation>
    </message>
    <message>
        <source>The client spoke %1. The provider is not in the configuration any more.</source>
        <translation>客户端使用 %1。该提供商已不在配置中。</translation>
    </message>
    <message>
        <source>The client spoke %1, the provider %2. Request and answer were translated.</source>
        <translation>客户端使用 %1，提供商使用 %2。请求和回答已转换。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>asked for as %1</source>
        <translation>请求时的名称为 %1</translation>
    </message>
    <message>
        <source>The provider has nothing like it.</source>
        <translation>提供商没有对应的功能。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>用户代理</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收时间</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Answered here</source>
        <translation>在此回答</translation>
    </message>
    <message>
        <source>Before a provider was asked</source>
        <translation>询问提供商之前</translation>
    </message>
    <message>
        <source>Attempts that failed</source>
        <translation>失败的尝试</translation>
    </message>
    <message>
        <source>Waiting for the provider</source>
        <translation>等待提供商</translation>
    </message>
    <message>
        <source>Streaming the answer</source>
        <translation>流式传输回答</translation>
    </message>
    <message>
        <source>Sending the answer</source>
        <translation>发送回答</translation>
    </message>
    <message>
        <source>Client and provider both speak %1, so that nothing had to be translated.</source>
        <translation>客户端和提供商都使用 %1，因此无需转换。</translation>
    </message>
    <message>
        <source>The two requests cannot be compared field by field: one is cut, or no JSON.</source>
        <translation>无法逐字段比较两个请求：其中一个被截断，或不是 JSON。</translation>
    </message>
    <message>
        <source>The provider got the request byte for byte as the client sent it.</source>
        <translation>提供商收到的请求与客户端发送的逐字节相同。</translation>
    </message>
    <message>
        <source>What was sent to the provider was not kept, so that only fields are known that the gateway dropped. It is kept together with bodies.</source>
        <translation>未保留发送给提供商的内容，因此只知道网关省略的字段。它会与正文一起保留。</translation>
    </message>
    <message>
        <source>The address says it, or the gateway sees to it.</source>
        <translation>由地址表明，或由网关处理。</translation>
    </message>
    <message>
        <source>The gateway set it, not the client.</source>
        <translation>由网关设置，而非客户端。</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已省略</translation>
    </message>
    <message>
        <source>renamed to %1</source>
        <translation>重命名为 %1</translation>
    </message>
    <message>
        <source>renamed from %1</source>
        <translation>由 %1 重命名</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>not in the body</source>
        <translation>不在正文中</translation>
    </message>
    <message>
        <source>defaulted</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Keys and cookies in headers are not kept; the last letters of a key say which it was.</source>
        <translation>标头中的密钥和 Cookie 不会保留；密钥的末尾字符表明是哪一个。</translation>
    </message>
    <message>
        <source>Headers are kept together with bodies. This is what is known of the request:</source>
        <translation>标头与正文一起保留。已知的请求信息如下：</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>请求的标头</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>回答的标头</translation>
    </message>
    <message>
        <source>There is no price for this model. Give it one on the page of models.</source>
        <translation>此模型没有价格。可在模型页面中指定。</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) × %2 per million</source>
        <translation>
            <numerusform>%1 token × 每百万 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s), part of the output</source>
        <translation>
            <numerusform>%1 token，包含在输出中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Allowed hosts</source>
        <translation>允许的主机</translation>
    </message>
    <message>
        <source>Names under which clients may reach the gateway, beside this machine; * lets all in.</source>
        <translation>除本机外，客户端可用于访问网关的名称；* 表示全部允许。</translation>
    </message>
    <message>
        <source>Protection from foreign pages</source>
        <translation>防范外部网页</translation>
    </message>
    <message>
        <source>Requests must carry the header below, which a foreign web page cannot send.</source>
        <translation>请求必须携带下面的标头，外部网页无法发送该标头。</translation>
    </message>
    <message>
        <source>Header of the protection</source>
        <translation>防范用标头</translation>
    </message>
    <message>
        <source>Any value of this header will do.</source>
        <translation>此标头的值可以任意。</translation>
    </message>
    <message>
        <source>Allowed origins</source>
        <translation>允许的来源</translation>
    </message>
    <message>
        <source>Web pages that may ask, such as https://app.example.com; * stands for all.</source>
        <translation>可以发起请求的网页，例如 https://app.example.com；* 表示全部。</translation>
    </message>
    <message>
        <source>Allowed methods</source>
        <translation>允许的方法</translation>
    </message>
    <message>
        <source>What those pages may send, such as GET, POST.</source>
        <translation>这些网页可以使用的方法，例如 GET, POST。</translation>
    </message>
    <message>
        <source>Allowed headers</source>
        <translation>允许的标头</translation>
    </message>
    <message>
        <source>Headers that those pages may send.</source>
        <translation>这些网页可以发送的标头。</translation>
    </message>
    <message>
        <source>Exposed headers</source>
        <translation>公开的标头</translation>
    </message>
    <message>
        <source>Headers of answers that those pages may read.</source>
        <translation>这些网页可以读取的回答标头。</translation>
    </message>
    <message>
        <source>Memory of browsers</source>
        <translation>浏览器缓存时间</translation>
    </message>
    <message>
        <source>How long a browser may remember these rules: seconds, or a duration such as 1h.</source>
        <translation>浏览器可以记住这些规则多久：秒数，或 1h 这样的时长。</translation>
    </message>
    <message>
        <source>Credentials of pages</source>
        <translation>网页凭据</translation>
    </message>
    <message>
        <source>Whether pages may send cookies and the like; cannot be combined with *.</source>
        <translation>网页能否发送 Cookie 等凭据；不能与 * 同时使用。</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>专用网络</translation>
    </message>
    <message>
        <source>Whether public pages may reach a private address.</source>
        <translation>公共网页能否访问专用地址。</translation>
    </message>
    <message>
        <source>Key set for tokens</source>
        <translation>Token 密钥集</translation>
    </message>
    <message>
        <source>Address of the key set (JWKS); with it every request needs a token.</source>
        <translation>密钥集 (JWKS) 的地址；设置后每个请求都需要 token。</translation>
    </message>
    <message>
        <source>Renewal of the key set</source>
        <translation>密钥集更新间隔</translation>
    </message>
    <message>
        <source>How often the key set is fetched again; without it only when a key is missing.</source>
        <translation>重新获取密钥集的频率；未设置时仅在缺少密钥时获取。</translation>
    </message>
    <message>
        <source>Expected issuer</source>
        <translation>预期签发者</translation>
    </message>
    <message>
        <source>What a token must say, letter for letter; anything without it.</source>
        <translation>token 中必须逐字一致的内容；未设置则不限。</translation>
    </message>
    <message>
        <source>Expected audience</source>
        <translation>预期受众</translation>
    </message>
    <message>
        <source>Address of this gateway</source>
        <translation>此网关的地址</translation>
    </message>
    <message>
        <source>How the page for clients with tokens calls the gateway; required with a key set.</source>
        <translation>面向 token 客户端的页面中网关的称呼；使用密钥集时必填。</translation>
    </message>
    <message>
        <source>Authorization servers</source>
        <translation>授权服务器</translation>
    </message>
    <message>
        <source>Addresses where clients get tokens; at least one with a key set.</source>
        <translation>客户端获取 token 的地址；使用密钥集时至少一个。</translation>
    </message>
    <message>
        <source>Identify clients</source>
        <translation>识别客户端</translation>
    </message>
    <message>
        <source>Every request must say who it is from.</source>
        <translation>每个请求都必须说明来自谁。</translation>
    </message>
    <message>
        <source>Client from a token</source>
        <translation>从 token 获取客户端</translation>
    </message>
    <message>
        <source>The claim that holds the name of the client; a dotted path.</source>
        <translation>包含客户端名称的声明；以点分隔的路径。</translation>
    </message>
    <message>
        <source>Client from a header</source>
        <translation>从标头获取客户端</translation>
    </message>
    <message>
        <source>The header that holds the name of the client, in place of a claim.</source>
        <translation>包含客户端名称的标头，用于代替声明。</translation>
    </message>
    <message>
        <source>Group from a token</source>
        <translation>从 token 获取组</translation>
    </message>
    <message>
        <source>The claim that holds the group of the client; a dotted path.</source>
        <translation>包含客户端所属组的声明；以点分隔的路径。</translation>
    </message>
    <message>
        <source>Group from a header</source>
        <translation>从标头获取组</translation>
    </message>
    <message>
        <source>The header that holds the group of the client, in place of a claim.</source>
        <translation>包含客户端所属组的标头，用于代替声明。</translation>
    </message>
    <message>
        <source>Known groups</source>
        <translation>已知组</translation>
    </message>
    <message>
        <source>The groups there are.</source>
        <translation>现有的组。</translation>
    </message>
    <message>
        <source>Believe X-Real-IP</source>
        <translation>信任 X-Real-IP</translation>
    </message>
    <message>
        <source>Take the address of a client from this header of a proxy in front.</source>
        <translation>从前置代理的此标头获取客户端地址。</translation>
    </message>
    <message>
        <source>Trusted hops</source>
        <translation>受信任的跃点</translation>
    </message>
    <message>
        <source>Which entry of X-Forwarded-For is believed, counted from the right, from 0.</source>
        <translation>信任 X-Forwarded-For 中的第几项，从右侧数起，从 0 开始。</translation>
    </message>
    <message>
        <source>hops</source>
        <translation>跃点</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>保留历史记录</translation>
    </message>
    <message>
        <source>Whether requests are remembered on this machine.</source>
        <translation>是否在本机记住请求。</translation>
    </message>
    <message>
        <source>Length of the history</source>
        <translation>历史记录时长</translation>
    </message>
    <message>
        <source>Older requests are forgotten.</source>
        <translation>更早的请求会被清除。</translation>
    </message>
    <message>
        <source>Keep prompts and answers</source>
        <translation>保留提示词和回答</translation>
    </message>
    <message>
        <source>Not at all, of requests that failed, or of all; they stay on this machine.</source>
        <translation>完全不保留、仅保留失败请求的，或全部保留；内容只存于本机。</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>最长文本</translation>
    </message>
    <message>
        <source>Of each prompt and answer; what is longer is cut.</source>
        <translation>每个提示词和回答的长度；超出部分会被截断。</translation>
    </message>
    <message>
        <source>Size of the history</source>
        <translation>历史记录大小</translation>
    </message>
    <message>
        <source>When it is larger, prompts and answers go first.</source>
        <translation>超出时，先清除提示词和回答。</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>自有价格</translation>
    </message>
    <message>
        <source>A file of prices, in the form of LiteLLM, that wins over the built-in ones.</source>
        <translation>LiteLLM 格式的价格文件，优先于内置价格。</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>服务名称</translation>
    </message>
    <message>
        <source>What collectors call this gateway.</source>
        <translation>收集器对此网关的称呼。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Whether traces and metrics go to a collector.</source>
        <translation>是否将跟踪和指标发送到收集器。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Only http is spoken; with grpc nothing is exported.</source>
        <translation>仅支持 http；使用 grpc 时不会导出任何内容。</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>收集器</translation>
    </message>
    <message>
        <source>Its address; /v1/traces and /v1/metrics are added.</source>
        <translation>其地址；会附加 /v1/traces 和 /v1/metrics。</translation>
    </message>
    <message>
        <source>Time for an export</source>
        <translation>导出时限</translation>
    </message>
    <message>
        <source>How long one export may take.</source>
        <translation>一次导出最多可用的时间。</translation>
    </message>
    <message>
        <source>Pause between exports</source>
        <translation>导出间隔</translation>
    </message>
    <message>
        <source>How long spans are gathered.</source>
        <translation>收集 span 的时长。</translation>
    </message>
    <message>
        <source>Spans that wait</source>
        <translation>等待的 span</translation>
    </message>
    <message>
        <source>What finds no room is lost.</source>
        <translation>放不下的会丢失。</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>span</translation>
    </message>
    <message>
        <source>Spans in one export</source>
        <translation>每次导出的 span</translation>
    </message>
    <message>
        <source>How many are sent together.</source>
        <translation>一起发送的数量。</translation>
    </message>
    <message>
        <source>Share of traces</source>
        <translation>跟踪比例</translation>
    </message>
    <message>
        <source>From 0 for none to 1 for all.</source>
        <translation>0 表示不跟踪，1 表示全部跟踪。</translation>
    </message>
    <message>
        <source>Follow the caller</source>
        <translation>遵循调用方</translation>
    </message>
    <message>
        <source>Whether a trace that a client began is exported when the client says so.</source>
        <translation>客户端发起的跟踪，是否在客户端要求时导出。</translation>
    </message>
    <message>
        <source>Attributes of a span</source>
        <translation>span 的属性</translation>
    </message>
    <message>
        <source>How many a span carries at most.</source>
        <translation>一个 span 最多携带的数量。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Listen address</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>Where clients connect; :8000 is this machine only, 0.0.0.0:8000 everybody who reaches it.</source>
        <translation>客户端连接的地址；:8000 仅限本机，0.0.0.0:8000 对所有能访问到它的人开放。</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作线程</translation>
    </message>
    <message>
        <source>Threads that serve requests: auto, or 1 to 256.</source>
        <translation>处理请求的线程：auto，或 1 到 256。</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>最大连接数</translation>
    </message>
    <message>
        <source>A further connection is turned away with 503.</source>
        <translation>超出的连接会以 503 拒绝。</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>个连接</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>最大请求</translation>
    </message>
    <message>
        <source>A larger request body is refused with 413.</source>
        <translation>更大的请求正文会以 413 拒绝。</translation>
    </message>
    <message>
        <source>Time to finish</source>
        <translation>收尾时间</translation>
    </message>
    <message>
        <source>How long running requests may go on when Nexus is told to stop.</source>
        <translation>要求 Nexus 停止时，正在进行的请求还可继续多久。</translation>
    </message>
    <message>
        <source>Serve models</source>
        <translation>提供模型服务</translation>
    </message>
    <message>
        <source>Whether requests for models are answered at all.</source>
        <translation>是否回答对模型的请求。</translation>
    </message>
    <message>
        <source>Keep-alive of streams</source>
        <translation>流的保活</translation>
    </message>
    <message>
        <source>A silent stream gets a comment this often, so that nothing on the way closes it; off sends none.</source>
        <translation>静默的流每隔此时间收到一条注释，以免中途被关闭；off 表示不发送。</translation>
    </message>
    <message>
        <source>OpenAI&apos;s API</source>
        <translation>OpenAI API</translation>
    </message>
    <message>
        <source>Serve clients that speak to OpenAI.</source>
        <translation>为使用 OpenAI API 的客户端提供服务。</translation>
    </message>
    <message>
        <source>Path of OpenAI&apos;s API</source>
        <translation>OpenAI API 路径</translation>
    </message>
    <message>
        <source>Where it is served, followed by /v1.</source>
        <translation>提供服务的路径，后接 /v1。</translation>
    </message>
    <message>
        <source>Anthropic&apos;s API</source>
        <translation>Anthropic API</translation>
    </message>
    <message>
        <source>Serve clients that speak to Anthropic.</source>
        <translation>为使用 Anthropic API 的客户端提供服务。</translation>
    </message>
    <message>
        <source>Path of Anthropic&apos;s API</source>
        <translation>Anthropic API 路径</translation>
    </message>
    <message>
        <source>Anthropic proxy</source>
        <translation>Anthropic 代理</translation>
    </message>
    <message>
        <source>Hand everything below its path to Anthropic unchanged, with the client&apos;s own key.</source>
        <translation>将其路径下的所有内容原样转交给 Anthropic，并使用客户端自己的密钥。</translation>
    </message>
    <message>
        <source>Path of the proxy</source>
        <translation>代理路径</translation>
    </message>
    <message>
        <source>Address behind the proxy</source>
        <translation>代理的目标地址</translation>
    </message>
    <message>
        <source>Where the proxy leads, without /v1.</source>
        <translation>代理指向的地址，不含 /v1。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>PEM file with the chain of certificates; with it and its key the gateway speaks HTTPS.</source>
        <translation>包含证书链的 PEM 文件；有了它及其密钥，网关即使用 HTTPS。</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>证书的密钥</translation>
    </message>
    <message>
        <source>PEM file with the key, without a passphrase.</source>
        <translation>包含密钥的 PEM 文件，不带密码短语。</translation>
    </message>
    <message>
        <source>Health page</source>
        <translation>健康页面</translation>
    </message>
    <message>
        <source>Whether the page that tells the state of the gateway is served.</source>
        <translation>是否提供显示网关状态的页面。</translation>
    </message>
    <message>
        <source>Path of the health page</source>
        <translation>健康页面路径</translation>
    </message>
    <message>
        <source>Where it is served.</source>
        <translation>提供该页面的路径。</translation>
    </message>
    <message>
        <source>Own address of the health page</source>
        <translation>健康页面的独立地址</translation>
    </message>
    <message>
        <source>An address of its own, such as 127.0.0.1:9000; the page is then only there.</source>
        <translation>单独的地址，例如 127.0.0.1:9000；设置后页面仅在该处提供。</translation>
    </message>
    <message>
        <source>Write a whole number, such as 100.</source>
        <translation>请输入整数，例如 100。</translation>
    </message>
    <message>
        <source>Write a number, such as 0.5.</source>
        <translation>请输入数字，例如 0.5。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Retries and timeouts</source>
        <translation>重试与超时</translation>
    </message>
    <message>
        <source>Ledger and privacy</source>
        <translation>账本与隐私</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>遥测</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Limit requests</source>
        <translation>限制请求</translation>
    </message>
    <message>
        <source>Whether the limits below hold.</source>
        <translation>以下限制是否生效。</translation>
    </message>
    <message>
        <source>Requests of all</source>
        <translation>总请求数</translation>
    </message>
    <message>
        <source>How many requests all clients together may send; 0 blocks.</source>
        <translation>所有客户端合计可发送的请求数；0 表示阻止。</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>个请求</translation>
    </message>
    <message>
        <source>Time for all</source>
        <translation>总体时间窗口</translation>
    </message>
    <message>
        <source>The sliding window in which they are counted.</source>
        <translation>统计请求数的滑动窗口。</translation>
    </message>
    <message>
        <source>Requests of an address</source>
        <translation>每个地址的请求数</translation>
    </message>
    <message>
        <source>How many requests each address may send; 0 blocks.</source>
        <translation>每个地址可发送的请求数；0 表示阻止。</translation>
    </message>
    <message>
        <source>Time for an address</source>
        <translation>每个地址的时间窗口</translation>
    </message>
    <message>
        <source>Where counts are kept</source>
        <translation>计数存放位置</translation>
    </message>
    <message>
        <source>In memory, or in Redis to share them between machines.</source>
        <translation>存放在内存中，或存放在 Redis 中以便多台机器共享。</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Redis 地址</translation>
    </message>
    <message>
        <source>Such as redis://10.0.0.5:6379; keep a password in the environment: {{ env.NAME }}.</source>
        <translation>例如 redis://10.0.0.5:6379；密码请放在环境变量中：{{ env.NAME }}。</translation>
    </message>
    <message>
        <source>Prefix in Redis</source>
        <translation>Redis 前缀</translation>
    </message>
    <message>
        <source>What the names of counts begin with.</source>
        <translation>计数名称的开头部分。</translation>
    </message>
    <message>
        <source>While Redis is lost</source>
        <translation>Redis 失联时</translation>
    </message>
    <message>
        <source>Let requests pass uncounted, or refuse them with 503.</source>
        <translation>不计数直接放行请求，或以 503 拒绝。</translation>
    </message>
    <message>
        <source>Answer of Redis</source>
        <translation>Redis 回答</translation>
    </message>
    <message>
        <source>How long an answer may take.</source>
        <translation>一次回答最多可用的时间。</translation>
    </message>
    <message>
        <source>Connection to Redis</source>
        <translation>连接 Redis</translation>
    </message>
    <message>
        <source>How long connecting may take.</source>
        <translation>连接最多可用的时间。</translation>
    </message>
    <message>
        <source>Most connections to Redis</source>
        <translation>Redis 最大连接数</translation>
    </message>
    <message>
        <source>How many connections are held at once.</source>
        <translation>同时保持的连接数。</translation>
    </message>
    <message>
        <source>Idle connections to Redis</source>
        <translation>Redis 空闲连接数</translation>
    </message>
    <message>
        <source>How many are kept ready.</source>
        <translation>保持就绪的数量。</translation>
    </message>
    <message>
        <source>Making of a connection</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>How long it may take until one is made.</source>
        <translation>建立一个连接最多可用的时间。</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>等待连接</translation>
    </message>
    <message>
        <source>How long a request waits for a free one.</source>
        <translation>请求等待空闲连接的时长。</translation>
    </message>
    <message>
        <source>Renewal of connections</source>
        <translation>连接更新</translation>
    </message>
    <message>
        <source>An idle connection is closed after this time.</source>
        <translation>空闲连接在此时间后关闭。</translation>
    </message>
    <message>
        <source>Encrypt Redis</source>
        <translation>加密 Redis</translation>
    </message>
    <message>
        <source>Whether the connection to Redis is encrypted.</source>
        <translation>与 Redis 的连接是否加密。</translation>
    </message>
    <message>
        <source>Any certificate of Redis</source>
        <translation>接受 Redis 的任意证书</translation>
    </message>
    <message>
        <source>Accept a certificate that nobody vouches for.</source>
        <translation>接受无人担保的证书。</translation>
    </message>
    <message>
        <source>Authority for Redis</source>
        <translation>Redis 的证书颁发机构</translation>
    </message>
    <message>
        <source>PEM file of an authority that is trusted.</source>
        <translation>受信任颁发机构的 PEM 文件。</translation>
    </message>
    <message>
        <source>Certificate for Redis</source>
        <translation>Redis 的证书</translation>
    </message>
    <message>
        <source>PEM file that the gateway shows, together with its key.</source>
        <translation>网关出示的 PEM 文件，需与其密钥一起使用。</translation>
    </message>
    <message>
        <source>Key for Redis</source>
        <translation>Redis 的密钥</translation>
    </message>
    <message>
        <source>PEM file with the key of that certificate.</source>
        <translation>包含该证书密钥的 PEM 文件。</translation>
    </message>
    <message>
        <source>Answer from memory</source>
        <translation>从内存回答</translation>
    </message>
    <message>
        <source>A request that equals an earlier one gets its answer, and equal ones at once share a call.</source>
        <translation>与先前相同的请求直接得到其回答，同时到来的相同请求共享一次调用。</translation>
    </message>
    <message>
        <source>Age of answers</source>
        <translation>回答保留时间</translation>
    </message>
    <message>
        <source>How long an answer is kept.</source>
        <translation>一个回答保留多久。</translation>
    </message>
    <message>
        <source>Most answers</source>
        <translation>最多回答数</translation>
    </message>
    <message>
        <source>How many answers are kept.</source>
        <translation>保留多少个回答。</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>个回答</translation>
    </message>
    <message>
        <source>Memory for answers</source>
        <translation>回答占用内存</translation>
    </message>
    <message>
        <source>How large they may be together.</source>
        <translation>所有回答合计的大小上限。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>How often a request is tried at a provider, the first time included.</source>
        <translation>向一个提供商尝试请求的次数，包括第一次。</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>次尝试</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>首次间隔</translation>
    </message>
    <message>
        <source>The pause before the second attempt; it doubles each time.</source>
        <translation>第二次尝试前的间隔；之后每次加倍。</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>最长间隔</translation>
    </message>
    <message>
        <source>No pause is longer, also when a provider asks for it.</source>
        <translation>任何间隔都不会更长，即使提供商要求也是如此。</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>How long it may take until the request is sent; off waits for ever.</source>
        <translation>请求发出前最多可用的时间；off 表示一直等待。</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>From there to the head of the answer; off waits for ever.</source>
        <translation>从请求发出到回答开头的时间；off 表示一直等待。</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>The longest silence inside an answer; off waits for ever.</source>
        <translation>回答中最长的静默时间；off 表示一直等待。</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>整个调用</translation>
    </message>
    <message>
        <source>All attempts together; off has no limit.</source>
        <translation>所有尝试合计的时间；off 表示不限。</translation>
    </message>
    <message>
        <source>Failures until a provider rests</source>
        <translation>触发提供商冷却的失败次数</translation>
    </message>
    <message>
        <source>So many failures in the window, and its requests go elsewhere.</source>
        <translation>窗口内失败达到此次数后，请求将转往别处。</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>次失败</translation>
    </message>
    <message>
        <source>Window of failures</source>
        <translation>失败统计窗口</translation>
    </message>
    <message>
        <source>The time in which failures are counted.</source>
        <translation>统计失败次数的时间。</translation>
    </message>
    <message>
        <source>Rest of a provider</source>
        <translation>提供商冷却时间</translation>
    </message>
    <message>
        <source>How long it rests before one request finds out whether it is well.</source>
        <translation>冷却多久后用一个请求探测其是否恢复。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 token/秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n 秒前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>nexus::AdvancedOptions</name>
    <message>
        <source>Minimal</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>推理强度</translation>
    </message>
    <message>
        <source>Stop sequences, one a line</source>
        <translation>停止序列（每行一个）</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>回答形式</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON 模式</translation>
    </message>
    <message>
        <source>Reasoning effort, stop sequences, seed and form of answers</source>
        <translation>推理强度、停止序列、种子和回答形式</translation>
    </message>
    <message>
        <source>How long a model thinks before it answers. Not all models take it.</source>
        <translation>模型在回答前思考多久。并非所有模型都支持。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>An answer ends before the first of them. Write \n for a line break.</source>
        <translation>回答在其中第一个出现之前结束。换行请写作 \n。</translation>
    </message>
    <message>
        <source>With the same seed, models that take it answer the same where they can.</source>
        <translation>使用相同的种子时，支持它的模型会尽可能给出相同的回答。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON 对象</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>按模式的 JSON</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message numerus="yes">
        <source>Advanced, %n set</source>
        <translation>
            <numerusform>高级，已设置 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AliasCard</name>
    <message>
        <source>temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>最多 %1 token</translation>
    </message>
    <message>
        <source>a system text</source>
        <translation>系统文本</translation>
    </message>
    <message>
        <source>Change name, targets and defaults</source>
        <translation>更改名称、目标和默认值</translation>
    </message>
    <message>
        <source>Try it in the playground</source>
        <translation>在试验场中试用</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>显示其请求</translation>
    </message>
    <message>
        <source>Remove this alias</source>
        <translation>移除此别名</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>nexus.toml 中更改的行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>策略：%1</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>新建别名</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Add at least one target.</source>
        <translation>请至少添加一个目标。</translation>
    </message>
    <message>
        <source>There is an alias %1 already. Choose another name.</source>
        <translation>已有别名 %1。请换一个名称。</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused.</source>
        <translation>对 %1 的请求将被拒绝。</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2. These lose a target: %3.</source>
        <translation>对 %1 的请求将被拒绝。以下别名也会移除：%2。以下别名会失去一个目标：%3。</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2.</source>
        <translation>对 %1 的请求将被拒绝。以下别名也会移除：%2。</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases lose a target: %2.</source>
        <translation>对 %1 的请求将被拒绝。以下别名会失去一个目标：%2。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it, then test again.</source>
        <translation>Nexus 目前未在服务。请启动后再测试。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>It answered.</source>
        <translation>已回答。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Sends one tiny request through each target.</source>
        <translation>向每个目标发送一个极小的请求。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Clients need a token, and the test has none. Try the alias in the playground, which can send one.</source>
        <translation>客户端需要 token，而测试没有。请在可以发送 token 的试验场中试用该别名。</translation>
    </message>
    <message>
        <source>Others have removed the alias %1 from the file. Saving adds it again.</source>
        <translation>别名 %1 已在别处从文件中移除。保存会重新添加它。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>回答的最大 token 数</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>系统文本</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>nexus::AliasEntry</name>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>轮流</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>按权重</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>最快优先</translation>
    </message>
    <message>
        <source>The first target answers; the next one does when it fails.</source>
        <translation>由第一个目标回答；失败时由下一个回答。</translation>
    </message>
    <message>
        <source>Each request begins with the next target, the others stand by.</source>
        <translation>每个请求从下一个目标开始，其余目标待命。</translation>
    </message>
    <message>
        <source>Targets get requests in proportion to their weights.</source>
        <translation>各目标按权重比例获得请求。</translation>
    </message>
    <message>
        <source>The target that has answered soonest of late goes first.</source>
        <translation>近期回答最快的目标优先。</translation>
    </message>
</context>
<context>
    <name>nexus::AliasFields</name>
    <message>
        <source>for example: fast</source>
        <translation>例如：fast</translation>
    </message>
    <message>
        <source>provider/model, then Enter</source>
        <translation>输入“提供商/模型”，然后按 Enter</translation>
    </message>
    <message>
        <source>left to the model</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>Used where a request has no system text of its own.</source>
        <translation>请求没有自己的系统文本时使用。</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>One more target</source>
        <translation>再添加一个目标</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>回答的最大 token 数</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>系统文本</translation>
    </message>
</context>
<context>
    <name>nexus::AliasesPanel</name>
    <message>
        <source>There is no alias yet. An alias is a name of your own for one model or several, so that clients need not change when the model does.</source>
        <translation>还没有别名。别名是为一个或多个模型自取的名称，这样更换模型时客户端无需更改。</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>添加别名</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
</context>
<context>
    <name>nexus::AnotherKey</name>
    <message>
        <source>Save key</source>
        <translation>保存密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This provider has this key already. Take another one.</source>
        <translation>此提供商已有这个密钥。请换一个。</translation>
    </message>
    <message>
        <source>Tried the new key. It is not saved yet.</source>
        <translation>已用新密钥测试。它尚未保存。</translation>
    </message>
    <message>
        <source>Tried the new key, …%1. It is not saved yet.</source>
        <translation>已用新密钥（…%1）测试。它尚未保存。</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, for everything in nexus.toml that names it.</source>
        <translation>它将取代钥匙串中的 %1，对 nexus.toml 中所有引用它的地方生效。</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, and nexus.toml stays as it is.</source>
        <translation>它将取代钥匙串中的 %1，nexus.toml 保持不变。</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerColumn</name>
    <message>
        <source>Remove this model</source>
        <translation>移除此模型</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>保留此项</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>复制为 %1</translation>
    </message>
    <message>
        <source>Keep as alias…</source>
        <translation>保存为别名…</translation>
    </message>
    <message>
        <source>Choose a model to ask.</source>
        <translation>请选择要询问的模型。</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy the request as code, or keep the model with its settings as an alias</source>
        <translation>将请求复制为代码，或将模型及其设置保存为别名</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerView</name>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>回答会在写入的同时显示在这里。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message numerus="yes">
        <source>With %n image(s).</source>
        <translation>
            <numerusform>含 %n 张图像。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AwsKeyFields</name>
    <message>
        <source>Only with temporary credentials</source>
        <translation>仅用于临时凭据</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>访问密钥 ID</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>秘密访问密钥</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>会话令牌</translation>
    </message>
    <message>
        <source>Enter the ID of the access key.</source>
        <translation>请输入访问密钥的 ID。</translation>
    </message>
    <message>
        <source>Paste the secret access key.</source>
        <translation>请粘贴秘密访问密钥。</translation>
    </message>
</context>
<context>
    <name>nexus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>nexus::BarChart</name>
    <message>
        <source>%1
%2: %3</source>
        <translation>%1
%2：%3</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name and value of a part</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and values of a bar</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>nexus::BarsView</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>nexus::BodyView</name>
    <message>
        <source>Formatted</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Text of the body</source>
        <translation>正文文本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetForm</name>
    <message>
        <source>for example: team</source>
        <translation>例如：team</translation>
    </message>
    <message>
        <source>all providers</source>
        <translation>所有提供商</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>all clients</source>
        <translation>所有客户端</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>更改预算</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>添加预算</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Refuse requests that would cost more</source>
        <translation>拒绝会超支的请求</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>限额(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>周期(&amp;F)</translation>
    </message>
    <message>
        <source>When it is &amp;spent</source>
        <translation>用尽时(&amp;S)</translation>
    </message>
    <message>
        <source>Only the &amp;provider</source>
        <translation>仅限提供商(&amp;P)</translation>
    </message>
    <message>
        <source>Only the &amp;model</source>
        <translation>仅限模型(&amp;M)</translation>
    </message>
    <message>
        <source>Only the &amp;client</source>
        <translation>仅限客户端(&amp;C)</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>nexus.toml 中更改的行</translation>
    </message>
    <message>
        <source>There is a budget %1 already.</source>
        <translation>已有预算 %1。</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetsPanel</name>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上次更改</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>添加预算</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>A budget warns when a day or month has cost a sum, or refuses what would cost more.</source>
        <translation>一天或一个月的费用达到限额时，预算会发出警告，或拒绝会超支的请求。</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>今日 %1，限额 %2</translation>
    </message>
    <message>
        <source>%1 of %2 this month</source>
        <translation>本月 %1，限额 %2</translation>
    </message>
    <message>
        <source>Spent: requests are refused</source>
        <translation>已用尽：请求会被拒绝</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已用尽</translation>
    </message>
    <message>
        <source>Nearly spent</source>
        <translation>即将用尽</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>所有请求</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>warns</source>
        <translation>警告</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of unknown price</source>
        <translation>
            <numerusform>%n 个请求价格未知</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>nexus::ChangedBar</name>
    <message>
        <source>Use theirs</source>
        <translation>使用对方的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, also here: %1. The lines below show what keeping yours would change.</source>
        <translation>文件已在别处更改，这些项也被更改：%1。下面的行显示保留您的内容会更改什么。</translation>
    </message>
</context>
<context>
    <name>nexus::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Go to a page, provider or model, or do something</source>
        <translation>转到页面、提供商或模型，或执行操作</translation>
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
        <translation>%1 · 首个 token %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) out</source>
        <translation>
            <numerusform>输出 %n token</numerusform>
        </translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation>两个回答</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Both got the same prompt.</source>
        <translation>两者收到的提示词相同。</translation>
    </message>
    <message>
        <source>The prompts differ.</source>
        <translation>提示词不同。</translation>
    </message>
    <message>
        <source>The answer was not kept.</source>
        <translation>回答未保留。</translation>
    </message>
</context>
<context>
    <name>nexus::ConfigDesk</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The file was changed by another program at the same place. Nothing was saved; look at it in Settings and try again.</source>
        <translation>文件的同一位置已被其他程序更改。未保存任何内容；请在“设置”中查看后重试。</translation>
    </message>
</context>
<context>
    <name>nexus::ConfirmStrip</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>nexus::ConflictBar</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>使用对方的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Show the file as it is now. Undo brings your text back.</source>
        <translation>显示文件的当前内容。撤销可恢复您的文本。</translation>
    </message>
    <message>
        <source>Keep this text. Saving takes back what the others changed.</source>
        <translation>保留此文本。保存会撤销他人所做的更改。</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at other lines than yours.</source>
        <translation>文件已在别处更改，所改的行与您的不同。</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at the same lines as yours. Compare them before you choose.</source>
        <translation>文件已在别处更改，所改的行与您的相同。请先比较再选择。</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectStep</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>要复制的代码</translation>
    </message>
    <message>
        <source>Your program talks to Nexus as it would to OpenAI or Anthropic. It needs no key of its own.</source>
        <translation>程序与 Nexus 通信的方式与 OpenAI 或 Anthropic 相同，无需自己的密钥。</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectionSection</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: passed on</source>
        <translation>%1：已转发</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1：已去除</translation>
    </message>
    <message>
        <source>%1: also sent as %2</source>
        <translation>%1：同时以 %2 发送</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit headers in Settings</source>
        <translation>在设置中编辑标头</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>连接时限</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>首字节时限</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>最长静默</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>完整回答时限</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>首次间隔</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>最长间隔</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>connect %1, first byte %2, silence %3, whole answer %4</source>
        <translation>连接 %1，首字节 %2，静默 %3，完整回答 %4</translation>
    </message>
    <message numerus="yes">
        <source>up to %n attempt(s), pauses of %1 to %2</source>
        <translation>
            <numerusform>最多 %n 次尝试，间隔 %1 到 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was removed or renamed in the file by others. What was typed is gone.</source>
        <translation>%1 已在别处从文件中移除或重命名。输入的内容已丢失。</translation>
    </message>
    <message>
        <source>It is not in the file any more: others have removed or renamed it.</source>
        <translation>它已不在文件中：在别处被移除或重命名了。</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API 版本</translation>
    </message>
    <message>
        <source>Models offered</source>
        <translation>提供的模型</translation>
    </message>
    <message>
        <source>Keys of clients</source>
        <translation>客户端的密钥</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>used where a client sends one</source>
        <translation>客户端发送时使用</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>A regular expression that fits anywhere in a name, such as %1; capital letters do not matter. Models that the file names are always offered.</source>
        <translation>匹配名称任意部分的正则表达式，例如 %1；不区分大小写。文件中列出的模型始终提供。</translation>
    </message>
    <message>
        <source>Use keys of clients</source>
        <translation>使用客户端的密钥</translation>
    </message>
    <message>
        <source>A key that a client sends as X-Provider-API-Key is used in place of the provider&apos;s own.</source>
        <translation>客户端以 X-Provider-API-Key 发送的密钥会代替提供商自己的密钥。</translation>
    </message>
    <message>
        <source>those whose name fits %1</source>
        <translation>名称匹配 %1 的模型</translation>
    </message>
</context>
<context>
    <name>nexus::Console</name>
    <message>
        <source>Nexus goes on serving</source>
        <translation>Nexus 继续服务</translation>
    </message>
    <message>
        <source>You find it in the tray. Quit there, or with Ctrl+Q in the window.</source>
        <translation>可在托盘中找到它。在托盘中退出，或在窗口中按 Ctrl+Q。</translation>
    </message>
</context>
<context>
    <name>nexus::ConversationView</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>The answer was cut at the greatest number of tokens.</source>
        <translation>回答达到最大 token 数，已被截断。</translation>
    </message>
    <message>
        <source>The provider&apos;s safety system ended the answer.</source>
        <translation>提供商的安全系统终止了回答。</translation>
    </message>
    <message>
        <source>The provider paused a long turn.</source>
        <translation>提供商暂停了一个较长的轮次。</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier turn(s)</source>
        <translation>
            <numerusform>显示之前的 %n 个轮次</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>nexus::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>nexus::CredentialsEntry</name>
    <message>
        <source>How requests are signed</source>
        <translation>请求的签名方式</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Profile of the AWS tools</source>
        <translation>AWS 工具的配置文件</translation>
    </message>
    <message>
        <source>What this machine has</source>
        <translation>使用本机已有的凭据</translation>
    </message>
    <message>
        <source>Name the profile.</source>
        <translation>请指定配置文件。</translation>
    </message>
    <message>
        <source>All parts go into the keychain. The file only names them.</source>
        <translation>各部分都保存到钥匙串中，文件只写它们的名称。</translation>
    </message>
    <message>
        <source>Read from ~/.aws at each start. Single sign-on and roles work too.</source>
        <translation>每次启动时从 ~/.aws 读取，也支持单点登录和角色。</translation>
    </message>
    <message>
        <source>Signs with what the AWS tools find here: variables, the default profile, or the role of this machine or container.</source>
        <translation>使用 AWS 工具在此处找到的凭据签名：变量、默认配置文件，或本机或容器的角色。</translation>
    </message>
</context>
<context>
    <name>nexus::DiffView</name>
    <message>
        <source>Lines of nexus.toml that change</source>
        <translation>nexus.toml 中更改的行</translation>
    </message>
</context>
<context>
    <name>nexus::EventsView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Events of the stream</source>
        <translation>流的事件</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), longest pause %1</source>
        <translation>
            <numerusform>%n 个事件，最长间隔 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; later ones are not kept</source>
        <translation>%1；之后的不保留</translation>
    </message>
    <message>
        <source>Event %1 after %2: %3</source>
        <translation>事件 %1，%2 后：%3</translation>
    </message>
</context>
<context>
    <name>nexus::FigureTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>nexus::FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter, such as status:5xx model:claude -client:ci cost:&gt;0.01</source>
        <translation>筛选，例如 status:5xx model:claude -client:ci cost:&gt;0.01</translation>
    </message>
</context>
<context>
    <name>nexus::FindBar</name>
    <message>
        <source>Find in the file</source>
        <translation>在文件中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>关闭查找</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::HealthRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>First token in the last 24 hours: %1 half of the time, below %2 nearly always</source>
        <translation>最近 24 小时的首个令牌：一半在 %1 内，几乎都低于 %2</translation>
    </message>
</context>
<context>
    <name>nexus::HistoryDesk</name>
    <message>
        <source>There is no configuration yet.</source>
        <translation>还没有配置。</translation>
    </message>
</context>
<context>
    <name>nexus::HostProblem</name>
    <message>
        <source>%1 is taken by %2 (process %3).</source>
        <translation>%1 已被 %2（进程 %3）占用。</translation>
    </message>
    <message>
        <source>%1 is taken by another program.</source>
        <translation>%1 已被其他程序占用。</translation>
    </message>
    <message>
        <source>End that program and try again, or start Nexus with another address.</source>
        <translation>请结束该程序后重试，或使用其他地址启动 Nexus。</translation>
    </message>
    <message>
        <source>End that program and try again, or choose another listen address in Settings.</source>
        <translation>请结束该程序后重试，或在设置中选择其他监听地址。</translation>
    </message>
    <message>
        <source>The old address stays until you choose another listen address in Settings.</source>
        <translation>在设置中选择其他监听地址之前，将继续使用原地址。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 可用。</translation>
    </message>
</context>
<context>
    <name>nexus::KeepPanel</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>nexus::KeyEntry</name>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>密钥的存放位置</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>在钥匙串中</translation>
    </message>
    <message>
        <source>In a variable</source>
        <translation>在变量中</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Name of the environment variable</source>
        <translation>环境变量名称</translation>
    </message>
    <message>
        <source>Paste the key, if it needs one</source>
        <translation>如果需要密钥，请粘贴</translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation>请先粘贴密钥。</translation>
    </message>
    <message>
        <source>Give the name of the variable: letters, digits and &apos;_&apos;.</source>
        <translation>请输入变量名称：字母、数字和“_”。</translation>
    </message>
    <message>
        <source>%1 is not set where Nexus was started. Set it there, and start Nexus again.</source>
        <translation>启动 Nexus 的环境中未设置 %1。请设置后重新启动 Nexus。</translation>
    </message>
    <message>
        <source>%1 is set. The file names it and never holds the key.</source>
        <translation>%1 已设置。文件只写其名称，绝不包含密钥。</translation>
    </message>
    <message>
        <source>The file never holds the key. Later only its last four characters are shown.</source>
        <translation>文件绝不包含密钥。之后只显示密钥的最后四个字符。</translation>
    </message>
</context>
<context>
    <name>nexus::KeyList</name>
    <message>
        <source>Add another key</source>
        <translation>添加另一个密钥</translation>
    </message>
    <message>
        <source>Several keys are used in turn, and one that is refused rests for a while.</source>
        <translation>多个密钥轮流使用，被拒绝的密钥会暂停一段时间。</translation>
    </message>
    <message>
        <source>Key %1</source>
        <extracomment>%1 is its place in the list</extracomment>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Empty, and passed over.</source>
        <translation>为空，会被跳过。</translation>
    </message>
    <message>
        <source>%1: it is deleted from the keychain, as %2, and %3 goes on with the others.</source>
        <translation>%1：将从钥匙串中删除（名称为 %2），%3 继续使用其余密钥。</translation>
    </message>
    <message>
        <source>%1: it is taken out of the file, and %2 goes on with the others.</source>
        <translation>%1：将从文件中移除，%2 继续使用其余密钥。</translation>
    </message>
    <message>
        <source>%1: it was kept for this session only, as %2, and is forgotten. %3 goes on with the others.</source>
        <translation>%1:仅在本次会话中以 %2 保留,将被丢弃。%3 将继续使用其他密钥。</translation>
    </message>
    <message>
        <source>Test all keys</source>
        <translation>测试所有密钥</translation>
    </message>
    <message>
        <source>Asks for the list of models with each key, which costs nothing.</source>
        <translation>用每个密钥查询模型列表，不产生费用。</translation>
    </message>
    <message>
        <source>It cannot be told which of these keys Nexus has. Unlock the keychain and test again.</source>
        <translation>无法判断 Nexus 拥有其中哪些密钥。请解锁钥匙串后重新测试。</translation>
    </message>
</context>
<context>
    <name>nexus::KeyRow</name>
    <message>
        <source>Replace this key: %1</source>
        <translation>替换此密钥：%1</translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>被提供商拒绝。还将暂停 %n 分钟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more second(s).</source>
        <translation>
            <numerusform>被提供商拒绝。还将暂停 %n 秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>配额已用完。还将暂停 %n 分钟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more second(s).</source>
        <translation>
            <numerusform>配额已用完。还将暂停 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this key: %1</source>
        <translation>移除此密钥：%1</translation>
    </message>
    <message>
        <source>The keychain does not have it, so that it is passed over. Replace it to enter it again.</source>
        <translation>钥匙串中没有它，因此会被跳过。请替换它以重新输入。</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在测试…</translation>
    </message>
</context>
<context>
    <name>nexus::KeySavePanel</name>
    <message>
        <source>There is no keychain on this machine. Use an environment variable, or keep the key for this session only: then it is gone when Nexus ends, and has to be entered again.</source>
        <translation>本机没有钥匙串。请使用环境变量，或仅在本次会话中保留密钥：Nexus 结束后密钥即消失，需要重新输入。</translation>
    </message>
    <message>
        <source>The keychain does not answer. Unlock it where it asks you to, and try again.</source>
        <translation>钥匙串没有响应。请在它提示的地方解锁，然后重试。</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>钥匙串已锁定。请解锁后重试。</translation>
    </message>
    <message>
        <source>The keychain could not keep the key. See whether its service runs, and try again.</source>
        <translation>钥匙串无法保存密钥。请检查其服务是否在运行，然后重试。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use an environment variable</source>
        <translation>使用环境变量</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>仅在本次会话中保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Waiting for the keychain. It may ask you to unlock it.</source>
        <translation>正在等待钥匙串。它可能会要求解锁。</translation>
    </message>
    <message>
        <source>It failed at %1, so that nothing was kept.</source>
        <translation>在 %1 处失败，因此没有保存任何内容。</translation>
    </message>
    <message>
        <source>Waiting for the keychain. Look for its window: it may ask for a password.</source>
        <translation>正在等待密钥串。请查看它的窗口：可能需要输入密码。</translation>
    </message>
</context>
<context>
    <name>nexus::KeySection</name>
    <message>
        <source>Move to the keychain</source>
        <translation>移到钥匙串</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>保存密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The key is deleted from the keychain, and %1 cannot be asked any more.</source>
        <translation>密钥将从钥匙串中删除，之后无法再询问 %1。</translation>
    </message>
    <message>
        <source>The line of the key is taken out of the file, and %1 cannot be asked any more.</source>
        <translation>密钥所在的行将从文件中去除，之后无法再询问 %1。</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>移除密钥</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Key ends in …%1</source>
        <translation>密钥末尾为 …%1</translation>
    </message>
    <message>
        <source>It is asked without a key.</source>
        <translation>询问时不使用密钥。</translation>
    </message>
    <message>
        <source>Kept for this session only, as %1. It is gone when Nexus ends.</source>
        <translation>以 %1 的名称仅在本次会话中保留。Nexus 结束后即消失。</translation>
    </message>
    <message>
        <source>Kept in the keychain, as %1.</source>
        <translation>以 %1 的名称保存在钥匙串中。</translation>
    </message>
    <message>
        <source>Read from the environment variable %1.</source>
        <translation>从环境变量 %1 读取。</translation>
    </message>
    <message>
        <source>Stands in nexus.toml, where everybody who reads the file can see it.</source>
        <translation>写在 nexus.toml 中，所有能读取该文件的人都能看到。</translation>
    </message>
    <message>
        <source>Signed with AWS credentials</source>
        <translation>使用 AWS 凭据签名</translation>
    </message>
    <message>
        <source>Taken from the AWS profile %1.</source>
        <translation>取自 AWS 配置文件 %1。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>It signs with what the AWS tools of this machine use.</source>
        <translation>使用本机 AWS 工具的凭据签名。</translation>
    </message>
    <message>
        <source>Looked for in the keychain, as %1.</source>
        <translation>在钥匙串中以 %1 的名称查找。</translation>
    </message>
    <message>
        <source>Its lines are taken out of the file. %1 then signs with what the AWS tools of this machine use.</source>
        <translation>相应的行将从文件中删除。之后 %1 使用本机 AWS 工具的凭据签名。</translation>
    </message>
    <message>
        <source>Deleted from the keychain: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>将从钥匙串中删除：%1。之后 %2 使用本机 AWS 工具的凭据签名。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), used in turn</source>
        <translation>
            <numerusform>轮流使用 %n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Each request takes the next one. One that is refused rests for a while.</source>
        <translation>每个请求使用下一个密钥。被拒绝的密钥会暂停一段时间。</translation>
    </message>
    <message>
        <source>Forgotten, as they were kept for this session only: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>因仅在本次会话中保留而将被丢弃:%1。之后 %2 使用本机 AWS 工具所用的凭据签名。</translation>
    </message>
    <message>
        <source>The key was kept for this session only. It is forgotten, and %1 cannot be asked any more.</source>
        <translation>该密钥仅在本次会话中保留。它将被丢弃,之后无法再请求 %1。</translation>
    </message>
</context>
<context>
    <name>nexus::KeySource</name>
    <message>
        <source>This key is no longer in nexus.toml. Choose Cancel, and add the new one as another key.</source>
        <translation>此密钥已不在 nexus.toml 中。请选择“取消”，然后将新密钥作为另一个密钥添加。</translation>
    </message>
</context>
<context>
    <name>nexus::KeyStep</name>
    <message>
        <source>Whose models do you want to use? The key goes into the keychain of this machine and nowhere else.</source>
        <translation>要使用谁的模型？密钥只存入本机的钥匙串，不会存到别处。</translation>
    </message>
    <message>
        <source>Use the demo model, without a key</source>
        <translation>使用演示模型，无需密钥</translation>
    </message>
</context>
<context>
    <name>nexus::LiveLogPage</name>
    <message>
        <source>Live log</source>
        <translation>实时日志</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write requests to a file</source>
        <translation>将请求写入文件</translation>
    </message>
    <message>
        <source>The whole history…</source>
        <translation>全部历史记录…</translation>
    </message>
    <message>
        <source>Everything that fits the filter…</source>
        <translation>符合筛选条件的全部请求…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected request(s)…</source>
        <translation>
            <numerusform>选中的 %n 个请求…</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message numerus="yes">
        <source>%n running · %1</source>
        <translation>
            <numerusform>%n 个进行中 · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>following · %1</source>
        <translation>跟随中 · %1</translation>
    </message>
    <message>
        <source>following below · %1</source>
        <translation>在下方跟随 · %1</translation>
    </message>
    <message>
        <source>Older requests cannot be read: %1</source>
        <translation>无法读取更早的请求：%1</translation>
    </message>
    <message>
        <source>No request fits this filter.</source>
        <translation>没有符合此筛选条件的请求。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No request has come yet. Point an application at %1 and watch it here.</source>
        <translation>还没有收到请求。将应用程序指向 %1，即可在此查看。</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Requests show here as they come.</source>
        <translation>Nexus 目前未在服务。收到的请求会显示在这里。</translation>
    </message>
    <message>
        <source>The address was copied.</source>
        <translation>地址已复制。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>跟随列表</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>冻结列表</translation>
    </message>
    <message>
        <source>Show new requests as they come again (Space, while the rows have the focus)</source>
        <translation>恢复实时显示新请求（焦点在列表行上时按空格键）</translation>
    </message>
    <message>
        <source>Keep the rows still while requests go on (Space, while the rows have the focus)</source>
        <translation>保持列表行不动，请求照常进行（焦点在列表行上时按空格键）</translation>
    </message>
    <message>
        <source>held · %1</source>
        <translation>已冻结 · %1</translation>
    </message>
</context>
<context>
    <name>nexus::LogExporter</name>
    <message>
        <source>Export requests</source>
        <translation>导出请求</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON 行 (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>HTTP 存档 (*.har)</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were written to %1.</source>
        <translation>
            <numerusform>已将 %n 个请求写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::MainWindow</name>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>正在服务</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>正在 %1 上服务</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused on %1; requests are refused with 503</source>
        <translation>已在 %1 上暂停；请求会以 503 拒绝</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Running requests may end, then Nexus stops</source>
        <translation>等待进行中的请求结束，然后 Nexus 停止</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>未在服务</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>今日 %1</translation>
    </message>
</context>
<context>
    <name>nexus::ModelChooser</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>显示所有模型</translation>
    </message>
</context>
<context>
    <name>nexus::ModelListModel</name>
    <message>
        <source>US dollars for a million tokens.</source>
        <translation>每百万 token 的美元价格。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Max. output</source>
        <translation>最大输出</translation>
    </message>
    <message>
        <source>In / 1M</source>
        <translation>输入 / 1M</translation>
    </message>
    <message>
        <source>Out / 1M</source>
        <translation>输出 / 1M</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>It reads %1 tokens.</source>
        <translation>可读取 %1 token。</translation>
    </message>
    <message>
        <source>Nobody says how much it reads.</source>
        <translation>可读取多少未知。</translation>
    </message>
    <message>
        <source>It writes up to %1 tokens.</source>
        <translation>最多可写入 %1 token。</translation>
    </message>
    <message>
        <source>Nobody says how much it writes.</source>
        <translation>可写入多少未知。</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Its provider says: %1.</source>
        <translation>其提供商说明：%1。</translation>
    </message>
    <message>
        <source>The table of prices says: %1.</source>
        <translation>价格表说明：%1。</translation>
    </message>
    <message>
        <source>Nobody says what it can do besides text.</source>
        <translation>没有说明它除文本外的能力。</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>缓存的输入</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>At prices of their own: %1.</source>
        <translation>单独计价：%1。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>无已知能力</translation>
    </message>
    <message>
        <source>%1 yes</source>
        <translation>%1：有</translation>
    </message>
    <message>
        <source>%1 no</source>
        <translation>%1：无</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1：未知</translation>
    </message>
    <message>
        <source>Its price is not known. F2 sets it.</source>
        <translation>其价格未知。按 F2 设置。</translation>
    </message>
</context>
<context>
    <name>nexus::ModelPicker</name>
    <message>
        <source>Send again to</source>
        <translation>重新发送到</translation>
    </message>
    <message>
        <source>Search for a model</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsPage</name>
    <message>
        <source>Models and aliases</source>
        <translation>模型和别名</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>添加别名</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>向所有提供商查询模型</translation>
    </message>
    <message>
        <source>The alias %1 was saved.</source>
        <translation>别名 %1 已保存。</translation>
    </message>
    <message>
        <source>The alias %1 was removed.</source>
        <translation>别名 %1 已移除。</translation>
    </message>
    <message>
        <source>There is an alias that is not saved. Save it or cancel it first.</source>
        <translation>有一个别名尚未保存。请先保存或取消。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The price of %1 was saved.</source>
        <translation>%1 的价格已保存。</translation>
    </message>
    <message>
        <source>The price of %1 was taken out of the file.</source>
        <translation>%1 的价格已从文件中移除。</translation>
    </message>
    <message>
        <source>There is a price that is not saved. Save it or cancel it first.</source>
        <translation>有一个价格尚未保存。请先保存或取消。</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Ask for its models again</source>
        <translation>重新查询其模型</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Models of this provider</source>
        <translation>此提供商的模型</translation>
    </message>
    <message>
        <source>Double-click a model to try it in the playground.</source>
        <translation>双击模型即可在试验场中试用。</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>正在查询其模型…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>No model has this in its name.</source>
        <translation>没有名称包含此内容的模型。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Take the chosen model out of the file</source>
        <translation>从文件中移除所选模型</translation>
    </message>
    <message>
        <source>Name of a model to add</source>
        <translation>要添加的模型名称</translation>
    </message>
    <message>
        <source>Name it in nexus.toml, for what the provider does not list.</source>
        <translation>将提供商未列出的模型写入 nexus.toml。</translation>
    </message>
    <message>
        <source>It has named no models yet. Type the name of one, or ask again.</source>
        <translation>它还没有给出任何模型。请输入一个模型的名称，或再次查询。</translation>
    </message>
    <message>
        <source>Name of a deployment</source>
        <translation>部署名称</translation>
    </message>
    <message>
        <source>Name of a model it does not list</source>
        <translation>未列出的模型名称</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsTable</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Copies what clients ask for, provider and model.</source>
        <translation>复制客户端请求时使用的内容，即提供商和模型。</translation>
    </message>
    <message>
        <source>Opens the chosen model in the playground.</source>
        <translation>在试验场中打开所选模型。</translation>
    </message>
    <message>
        <source>Models of all providers</source>
        <translation>所有提供商的模型</translation>
    </message>
    <message>
        <source>Try in the playground</source>
        <translation>在试验场中试用</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n model(s)</source>
        <translation>
            <numerusform>%1 / %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The providers have named no models yet. Ask them again, or name models in the file.</source>
        <translation>各提供商尚未列出模型。请重新查询，或在文件中指定模型。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Models come from providers. Add one to see what it has.</source>
        <translation>模型来自提供商。添加一个提供商以查看其模型。</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Filter by provider, model or ability</source>
        <translation>按提供商、模型或能力筛选</translation>
    </message>
    <message>
        <source>Set the price of the chosen model (F2)</source>
        <translation>设置所选模型的价格 (F2)</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>设置价格…</translation>
    </message>
    <message>
        <source>No model has these words in its name or abilities.</source>
        <translation>没有名称或能力包含这些词的模型。</translation>
    </message>
</context>
<context>
    <name>nexus::OptionRow</name>
    <message>
        <source>Reset to default</source>
        <translation>重置为默认值</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsPanel</name>
    <message>
        <source>Show answers as Markdown</source>
        <translation>以 Markdown 显示回答</translation>
    </message>
    <message>
        <source>How the model should behave</source>
        <translation>模型应如何表现</translation>
    </message>
    <message>
        <source>It is kept while this page is open and nowhere else.</source>
        <translation>仅在此页面打开期间保留，不会存到别处。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>回答的最大 token 数</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools, as a JSON list</source>
        <translation>工具（JSON 列表）</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer token</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsView</name>
    <message>
        <source>Groups of settings</source>
        <translation>设置分组</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Takes effect when Nexus is started again.</source>
        <translation>重新启动 Nexus 后生效。</translation>
    </message>
    <message>
        <source>Nexus was started with %1. This takes effect at the next start without it.</source>
        <translation>Nexus 启动时指定了 %1。此设置将在下次不带该选项启动时生效。</translation>
    </message>
    <message>
        <source>No setting fits “%1”.</source>
        <translation>没有符合“%1”的设置。</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>显示所有设置</translation>
    </message>
    <message>
        <source>Default: not set</source>
        <translation>默认：未设置</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Default: on</source>
        <translation>默认：开</translation>
    </message>
    <message>
        <source>Default: off</source>
        <translation>默认：关</translation>
    </message>
</context>
<context>
    <name>nexus::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>连接应用</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>今日请求</translation>
    </message>
    <message>
        <source>First token, p50</source>
        <translation>首个 token，p50</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>今日 token</translation>
    </message>
    <message>
        <source>Cost today</source>
        <translation>今日费用</translation>
    </message>
    <message>
        <source>Range of the chart</source>
        <translation>图表范围</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>nothing yesterday until now</source>
        <translation>昨天此时尚无数据</translation>
    </message>
    <message>
        <source>%1 more than yesterday</source>
        <translation>比昨天多 %1</translation>
    </message>
    <message>
        <source>%1 less than yesterday</source>
        <translation>比昨天少 %1</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>nothing today until now</source>
        <translation>今天到目前为止没有</translation>
    </message>
    <message>
        <source>p95 %1 · %2 slower than yesterday</source>
        <translation>p95 %1 · 比昨天慢 %2</translation>
    </message>
    <message>
        <source>p95 %1 · %2 faster than yesterday</source>
        <translation>p95 %1 · 比昨天快 %2</translation>
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
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>首个 token 用时</translation>
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
        <translation>保存</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>将更改的行</translation>
    </message>
    <message>
        <source>Save the changes (%1)</source>
        <translation>保存更改 (%1)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n 处未保存的更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::PlaygroundPage</name>
    <message>
        <source>Save this prompt…</source>
        <translation>保存此提示词…</translation>
    </message>
    <message>
        <source>Save this prompt</source>
        <translation>保存此提示词</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>“%1” has taken the place of what was here.</source>
        <translation>“%1”已取代此处原有的内容。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The prompt is saved as “%1”.</source>
        <translation>提示词已保存为“%1”。</translation>
    </message>
    <message>
        <source>The prompt “%1” is deleted.</source>
        <translation>提示词“%1”已删除。</translation>
    </message>
    <message>
        <source>Choose a model first; the alias will stand for it.</source>
        <translation>请先选择模型；别名将代表该模型。</translation>
    </message>
    <message>
        <source>Keep %1 with these settings as an alias</source>
        <translation>将 %1 及这些设置保存为别名</translation>
    </message>
    <message>
        <source>Clients can ask for “%1” now.</source>
        <translation>客户端现在可以请求“%1”。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>试验场</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Settings of the chat</source>
        <translation>聊天设置</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>已保存的提示词</translation>
    </message>
    <message>
        <source>Ask another model the same, up to four</source>
        <translation>向另一个模型提出相同问题，最多四个模型</translation>
    </message>
    <message>
        <source>There is a prompt of this name. Saving replaces it.</source>
        <translation>已有同名提示词。保存会将其替换。</translation>
    </message>
    <message>
        <source>The gateway is paused, so that no model is asked.</source>
        <translation>网关已暂停，因此不会询问任何模型。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The gateway is ending, so that nothing more can be sent.</source>
        <translation>网关正在结束，因此无法再发送。</translation>
    </message>
    <message>
        <source>The gateway is not running, so that nothing can be sent.</source>
        <translation>网关未在运行，因此无法发送。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>The gateway takes no chats of OpenAI&apos;s kind, which the playground sends.</source>
        <translation>网关不接受 OpenAI 类型的聊天，而试验场发送的正是这种聊天。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>There is no provider to ask yet.</source>
        <translation>还没有可询问的提供商。</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>nexus::PlaygroundPrompts</name>
    <message>
        <source>The prompts cannot be written to %1: %2</source>
        <translation>无法将提示词写入 %1：%2</translation>
    </message>
    <message>
        <source>What is there now cannot be read.</source>
        <translation>无法读取其中现有的内容。</translation>
    </message>
    <message>
        <source>The images take %1, and %2 can be kept with a prompt. Remove one, or make them smaller.</source>
        <translation>图片共占 %1，而每个提示词最多可保存 %2。请移除一张，或缩小图片。</translation>
    </message>
    <message>
        <source>All saved prompts together can keep %1 of images. Delete one that has some first.</source>
        <translation>所有已保存的提示词合计最多可保留 %1 的图片。请先删除一个带图片的提示词。</translation>
    </message>
</context>
<context>
    <name>nexus::PresetTiles</name>
    <message>
        <source>Hosted services</source>
        <translation>托管服务</translation>
    </message>
    <message>
        <source>On this machine or your network</source>
        <translation>在本机或您的网络中</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
</context>
<context>
    <name>nexus::PriceEntry</name>
    <message>
        <source>The provider %1 is not in the file any more. Add it again first.</source>
        <translation>提供商 %1 已不在文件中。请先重新添加。</translation>
    </message>
</context>
<context>
    <name>nexus::PriceForm</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>缓存读取</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Use the built-in price</source>
        <translation>使用内置价格</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>nexus.toml 中更改的行</translation>
    </message>
    <message>
        <source>Empties the fields, so that nexus.toml says nothing of this model&apos;s price.</source>
        <translation>清空各字段，使 nexus.toml 不再指定此模型的价格。</translation>
    </message>
    <message>
        <source>Price of %1, US dollars per million tokens</source>
        <translation>%1 的价格，美元/百万 token</translation>
    </message>
    <message>
        <source>Where a field is empty, this holds: %1.</source>
        <translation>字段为空时采用：%1。</translation>
    </message>
    <message>
        <source>No table of prices knows this model. A cost needs its input and its output.</source>
        <translation>没有价格表收录此模型。计算费用需要输入和输出价格。</translation>
    </message>
    <message>
        <source>The tables of prices are being read…</source>
        <translation>正在读取价格表…</translation>
    </message>
    <message>
        <source>Remove the price</source>
        <translation>移除价格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1: write dollars as a number from 0 to 1000000 such as 2.50, or leave it empty.</source>
        <translation>%1：请输入 0 到 1000000 之间的美元数值（如 2.50），或留空。</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeLine</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Asks for the list of models, which costs nothing.</source>
        <translation>查询模型列表，不产生费用。</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>正在查询其模型…</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeWords</name>
    <message>
        <source>It works: the key was accepted, in %1.</source>
        <translation>可用：密钥已被接受，用时 %1。</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s).</source>
        <translation>
            <numerusform>可用：%n 个模型。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), in %1.</source>
        <translation>
            <numerusform>可用：%n 个模型，用时 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The key may not list models (%1). Check its permissions, and that it belongs to this organisation.</source>
        <translation>该密钥无权列出模型 (%1)。请检查其权限，以及它是否属于此组织。</translation>
    </message>
    <message>
        <source>The key was refused (%1). Check that it is whole and belongs to this organisation.</source>
        <translation>密钥被拒绝 (%1)。请检查它是否完整，以及是否属于此组织。</translation>
    </message>
    <message>
        <source>%1 answers, but has no list of models at this address (404). Check the path; it often ends in /v1.</source>
        <translation>%1 有回答，但此地址没有模型列表 (404)。请检查路径；通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>%1 sends to another address (%2). Enter the address of the API itself.</source>
        <translation>%1 转到了另一个地址 (%2)。请输入 API 本身的地址。</translation>
    </message>
    <message>
        <source>%1 refused to list its models (%2). Check the address and the type of the provider.</source>
        <translation>%1 拒绝列出其模型 (%2)。请检查地址和提供商类型。</translation>
    </message>
    <message>
        <source>Something else answers at %1, perhaps a web page. Check the address; it often ends in /v1.</source>
        <translation>在 %1 回答的是其他服务，可能是网页。请检查地址；通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check that the server runs, and its port.</source>
        <translation>%1 上没有服务在监听。请检查服务器是否在运行及其端口。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network, the proxy and the address.</source>
        <translation>无法访问 %1。请检查网络、代理和地址。</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate is not trusted, or it speaks no TLS. A certificate of your own belongs under tls.ca_certificate; a server without TLS is http://.</source>
        <translation>无法与 %1 建立安全连接：其证书不受信任，或它不支持 TLS。自有证书请写在 tls.ca_certificate 中；不使用 TLS 的服务器请用 http://。</translation>
    </message>
    <message>
        <source>It answers, but lists no models. Load or install one there first, or name one in the file.</source>
        <translation>有回答，但没有列出模型。请先在那里加载或安装一个模型，或在文件中指定。</translation>
    </message>
    <message>
        <source>It needs a key. Paste one and test again.</source>
        <translation>需要密钥。请粘贴密钥后重新测试。</translation>
    </message>
    <message>
        <source>%1 was not found. Check your network and the spelling of the address.</source>
        <translation>未找到 %1。请检查网络和地址的拼写。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network, the proxy and the address.</source>
        <translation>%1 未及时回答。请检查网络、代理和地址。</translation>
    </message>
    <message>
        <source>The key is accepted, but has used up its share or its credit (%1). Check the plan and the billing there.</source>
        <translation>密钥已被接受，但配额或额度已用完 (%1)。请在那里检查套餐和账单。</translation>
    </message>
    <message>
        <source>%1 answers with a failure of its own (%2). Try again in a while.</source>
        <translation>%1 自身出现故障 (%2)。请稍后重试。</translation>
    </message>
</context>
<context>
    <name>nexus::ProblemList</name>
    <message>
        <source>Last problems</source>
        <translation>最近的问题</translation>
    </message>
    <message>
        <source>None since Nexus was started.</source>
        <translation>自 Nexus 启动以来没有问题。</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Open the provider</source>
        <translation>打开提供商</translation>
    </message>
    <message>
        <source>Open the budgets</source>
        <translation>打开预算</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the request of %1</source>
        <translation>显示 %1 的请求</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>nexus::PromptComposer</name>
    <message>
        <source>Add image</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Ask all models the same. Ctrl+Enter sends; images can be pasted or dropped here.</source>
        <translation>向所有模型提出相同问题。按 Ctrl+Enter 发送；可在此粘贴或拖放图像。</translation>
    </message>
    <message>
        <source>Send to all models (Ctrl+Enter)</source>
        <translation>发送给所有模型 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop all answers (Esc)</source>
        <translation>停止所有回答 (Esc)</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp)</source>
        <translation>图像 (*.png *.jpg *.jpeg *.gif *.webp)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Choose another file.</source>
        <translation>无法读取 %1。请选择其他文件。</translation>
    </message>
    <message>
        <source>%1 is larger than %2. Choose a smaller image.</source>
        <translation>%1 大于 %2。请选择较小的图像。</translation>
    </message>
    <message>
        <source>The clipboard holds no image that can be sent.</source>
        <translation>剪贴板中没有可发送的图像。</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>粘贴的图像</translation>
    </message>
    <message>
        <source>%1 is no image that models take. Choose a PNG, JPEG, GIF or WebP file.</source>
        <translation>%1 不是模型可接受的图像。请选择 PNG、JPEG、GIF 或 WebP 文件。</translation>
    </message>
    <message numerus="yes">
        <source>A message holds %n image(s) at most.</source>
        <translation>
            <numerusform>一条消息最多包含 %n 张图像。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1. Click to remove it.</source>
        <translation>%1。点击可移除。</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>图片 %1</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDetail</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>显示其请求</translation>
    </message>
    <message>
        <source>First token: %1</source>
        <translation>首个 token：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how long ago, and the error</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is taken out of nexus.toml.</source>
        <translation>%1 将从 nexus.toml 中去除。</translation>
    </message>
    <message numerus="yes">
        <source>Lost with it: %n alias(es): %1.</source>
        <translation>
            <numerusform>随之失去 %n 个别名：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) lose a target: %1.</source>
        <translation>
            <numerusform>%n 个别名会失去一个目标：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) go too: %1.</source>
        <translation>
            <numerusform>%n 个预算也会移除：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>A key in the keychain stays there.</source>
        <translation>钥匙串中的密钥会保留。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>No request in the last day.</source>
        <translation>最近一天没有请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last day, none with a first token.</source>
        <translation>
            <numerusform>最近一天 %n 个请求，均无首个 token。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First token: %1 median, %2 p95, of %n request(s) in the last day.</source>
        <translation>
            <numerusform>首个 token：中位数 %1，p95 %2，共最近一天 %n 个请求。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDraft</name>
    <message>
        <source>Give the provider a name.</source>
        <translation>请输入提供商的名称。</translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos; in the name, and no spaces.</source>
        <translation>名称最多 64 个字符，可使用字母、数字、“-”、“_”和“.”，不含空格。</translation>
    </message>
    <message>
        <source>There is a provider of this name already. Choose another one.</source>
        <translation>已有同名提供商。请换一个名称。</translation>
    </message>
    <message>
        <source>The address has to begin with http:// or https://, without user name, &apos;?&apos; and &apos;#&apos;.</source>
        <translation>地址必须以 http:// 或 https:// 开头，不含用户名、“?”和“#”。</translation>
    </message>
    <message>
        <source>A region is written in small letters, digits and hyphens, such as us-east-1.</source>
        <translation>区域由小写字母、数字和连字符组成，例如 us-east-1。</translation>
    </message>
    <message>
        <source>The name is too long for the keychain, which adds to it for each part of an access key. Use up to 46 characters.</source>
        <translation>名称太长：钥匙串会为访问密钥的每个部分在名称后添加内容。最多使用 46 个字符。</translation>
    </message>
    <message>
        <source>The API version is written in letters, digits and hyphens, such as 2024-10-21. Leave the field empty for the usual one.</source>
        <translation>API 版本由字母、数字和连字符组成，例如 2024-10-21。留空则使用默认版本。</translation>
    </message>
    <message>
        <source>The pattern of offered models is no regular expression: %1, at character %2. Correct it, or leave the field empty to offer all.</source>
        <translation>提供模型的模式不是正则表达式：%1，位于第 %2 个字符。请更正，或留空以提供全部模型。</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name, the first part of its models&apos; names</source>
        <translation>名称，即其模型名称的第一部分</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API 版本</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>These lines will change in %1</source>
        <translation>%1 中将更改的行</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>签名方式</translation>
    </message>
    <message>
        <source>only where it cannot list them</source>
        <translation>仅在无法列出时填写</translation>
    </message>
    <message>
        <source>Deployments, with commas between them</source>
        <translation>部署（用逗号分隔）</translation>
    </message>
    <message>
        <source>Models, with commas between them</source>
        <translation>模型（用逗号分隔）</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderListModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>name of a provider, its service, its state</comment>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderPresets</name>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>vLLM listens on port 8000 unless told otherwise, as Nexus does. Start it with --port 8001, or give the port it has.</source>
        <translation>vLLM 默认监听端口 8000，与 Nexus 相同。请用 --port 8001 启动它，或输入其实际端口。</translation>
    </message>
    <message>
        <source>Start the server in LM Studio&apos;s Developer tab first. It needs no key.</source>
        <translation>请先在 LM Studio 的 Developer 标签页中启动服务器。无需密钥。</translation>
    </message>
    <message>
        <source>Ollama needs no key.</source>
        <translation>Ollama 无需密钥。</translation>
    </message>
    <message>
        <source>Start llama-server first. It needs a key only when it was given one.</source>
        <translation>请先启动 llama-server。仅在为其设置了密钥时才需要密钥。</translation>
    </message>
    <message>
        <source>The endpoint and the key stand in the Azure portal under Keys and Endpoint. Models are called by the names of your deployments.</source>
        <translation>终结点和密钥位于 Azure 门户的“密钥和终结点”(Keys and Endpoint) 下。模型以您的部署名称调用。</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s protocol. The address usually ends in /v1.</source>
        <translation>任何使用 OpenAI 协议的服务器。地址通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>OpenAI 兼容</translation>
    </message>
    <message>
        <source>Built-in demo</source>
        <translation>内置演示</translation>
    </message>
    <message>
        <source>Requests are signed with what you choose below. Without a region that of the environment or of the profile holds.</source>
        <translation>请求使用下方所选的方式签名。未填区域时，使用环境或配置文件中的区域。</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderRows</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>无法访问</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>出现故障</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>冷却中</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>重新尝试中</translation>
    </message>
    <message>
        <source>It answered the last time it was asked.</source>
        <translation>上次询问时已回答。</translation>
    </message>
    <message>
        <source>Nothing has been asked of it since Nexus was started. Test it to be sure.</source>
        <translation>自 Nexus 启动以来尚未询问过它。可测试以确认。</translation>
    </message>
    <message>
        <source>It needs a key. Add one below.</source>
        <translation>需要密钥。请在下方添加。</translation>
    </message>
    <message>
        <source>The last request to it failed.</source>
        <translation>上一个发给它的请求失败了。</translation>
    </message>
    <message>
        <source>It failed too often and gets no requests for %1. Then one of them finds out whether it is back.</source>
        <translation>失败次数过多，%1 内不会收到请求。之后会用其中一个请求探测它是否恢复。</translation>
    </message>
    <message>
        <source>It failed too often. The next request finds out whether it is back.</source>
        <translation>失败次数过多。下一个请求将探测它是否恢复。</translation>
    </message>
    <message>
        <source>The keychain does not have its key, or is locked. Unlock it, or add the key below.</source>
        <translation>钥匙串中没有它的密钥，或钥匙串已锁定。请解锁，或在下方添加密钥。</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>Lists no models</source>
        <translation>未列出模型</translation>
    </message>
</context>
<context>
    <name>nexus::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>向所有提供商查询模型</translation>
    </message>
    <message>
        <source>There is no provider yet. Add one to send requests to its models; until then the built-in demo answers.</source>
        <translation>还没有提供商。添加一个即可向其模型发送请求；在此之前由内置演示回答。</translation>
    </message>
    <message>
        <source>There is a change that is not saved. Save it or cancel it first.</source>
        <translation>有一处更改尚未保存。请先保存或取消。</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>已添加 %1。</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>已移除 %1。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>nexus::RequestActions</name>
    <message>
        <source>Compare the two answers</source>
        <translation>比较两个回答</translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected request(s)…</source>
        <translation>
            <numerusform>导出选中的 %n 个请求…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copy the request ID</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send again to</source>
        <translation>重新发送到</translation>
    </message>
    <message>
        <source>Open in the playground</source>
        <translation>在试验场中打开</translation>
    </message>
    <message>
        <source>All requests of this client</source>
        <translation>此客户端的所有请求</translation>
    </message>
    <message>
        <source>Show the provider</source>
        <translation>显示提供商</translation>
    </message>
    <message>
        <source>The request was copied.</source>
        <translation>请求已复制。</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it to send requests.</source>
        <translation>Nexus 目前未在服务。请启动后再发送请求。</translation>
    </message>
    <message>
        <source>The request had ended already.</source>
        <translation>请求已经结束。</translation>
    </message>
    <message>
        <source>The request could not be sent: %1</source>
        <translation>无法发送请求：%1</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Search all models…</source>
        <translation>搜索所有模型…</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1.</source>
        <translation>请求已重新发送，但以状态 %1 失败。</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1: %2</source>
        <translation>请求已重新发送，但以状态 %1 失败：%2</translation>
    </message>
</context>
<context>
    <name>nexus::RequestDetail</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Detail of the request</source>
        <translation>请求详情</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>详情的各部分</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>It was too long to be kept whole.</source>
        <translation>内容过长，未能完整保留。</translation>
    </message>
    <message>
        <source>Put together from a stream, which is under Raw.</source>
        <translation>由流拼合而成，流本身见“原始”。</translation>
    </message>
    <message>
        <source>Texts are shown when the request has ended.</source>
        <translation>请求结束后显示文本。</translation>
    </message>
    <message>
        <source>Looking into the history…</source>
        <translation>正在查找历史记录…</translation>
    </message>
    <message>
        <source>No history is kept, so there are no texts to show.</source>
        <translation>未保留历史记录，因此没有可显示的文本。</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Prompts and answers are not kept, only the figures around them.</source>
        <translation>不保留提示词和回答，只保留相关数据。</translation>
    </message>
    <message>
        <source>Keep bodies from now on</source>
        <translation>从现在起保留正文</translation>
    </message>
    <message>
        <source>Prompts and answers are only kept of requests that failed.</source>
        <translation>仅保留失败请求的提示词和回答。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The prompt and answer of this request were not kept.</source>
        <translation>此请求的提示词和回答未保留。</translation>
    </message>
    <message>
        <source>The times of a stream&apos;s events are kept together with bodies.</source>
        <translation>流事件的时间与正文一起保留。</translation>
    </message>
</context>
<context>
    <name>nexus::RequestTable</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>默认列</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>nexus::SaidItemView</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, not kept. SHA-256 %3</source>
        <translation>%1，%2，未保留。SHA-256 %3</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are under Request or Answer.</source>
        <translation>
            <numerusform>还有 %n 个字符，见“请求”或“回答”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>工具的结果</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>%1 的结果</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1, no result yet</source>
        <translation>%1，尚无结果</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1, %2, in memory until Nexus ends</source>
        <translation>%1，%2，保留在内存中，直到 Nexus 退出</translation>
    </message>
</context>
<context>
    <name>nexus::SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入内容</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>nexus::SettingEditor</name>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>nexus::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>更改已撤销。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>The changes of the settings are not saved. They are lost when you go on without saving.</source>
        <translation>设置的更改尚未保存。不保存就继续会丢失这些更改。</translation>
    </message>
    <message>
        <source>Saved. A part of it takes effect when Nexus is started again.</source>
        <translation>已保存。其中一部分在重新启动 Nexus 后生效。</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>已保存。从下一个请求起生效。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show the line</source>
        <translation>显示该行</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Header rules go below this line, for example: %1</source>
        <translation>标头规则写在此行下方，例如：%1</translation>
    </message>
    <message>
        <source>%1 is not in the file yet. It goes below this line.</source>
        <translation>%1 尚未在文件中。它应写在此行下方。</translation>
    </message>
</context>
<context>
    <name>nexus::Sidebar</name>
    <message>
        <source>Fold the side bar</source>
        <translation>折叠侧边栏</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>实时日志</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>试验场</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
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
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Model in the lines</source>
        <translation>代码中的模型</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>要复制的代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>nexus::Snippets</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>必须信任网关的证书。如果是自有证书，请指明其位置：</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
</context>
<context>
    <name>nexus::StateLine</name>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>正在 %1 上服务</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused on %1</source>
        <translation>已在 %1 上暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>未在服务</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
</context>
<context>
    <name>nexus::StepCard</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>步骤 %1，已完成：%2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>步骤 %1：%2</translation>
    </message>
</context>
<context>
    <name>nexus::TargetChip</name>
    <message>
        <source>Take %1 out</source>
        <translation>去除 %1</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>The larger its weight, the more requests it gets.</source>
        <translation>权重越大，获得的请求越多。</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 Alt and an arrow key move it, Delete takes it out.</source>
        <translation>%1 按 Alt 加方向键可移动，按 Delete 可去除。</translation>
    </message>
    <message>
        <source>%1 Last test: %2.</source>
        <translation>%1 上次测试：%2。</translation>
    </message>
</context>
<context>
    <name>nexus::TargetRow</name>
    <message>
        <source>Another alias.</source>
        <translation>另一个别名。</translation>
    </message>
    <message>
        <source>Nothing is known of its provider yet.</source>
        <translation>其提供商的情况尚不清楚。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
</context>
<context>
    <name>nexus::TomlEditor</name>
    <message>
        <source>Text of nexus.toml</source>
        <translation>nexus.toml 的文本</translation>
    </message>
</context>
<context>
    <name>nexus::TomlView</name>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>显示更改</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>将更改的行</translation>
    </message>
    <message>
        <source>Save the file (Ctrl+S)</source>
        <translation>保存文件 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Show the saved file again. Undo brings your text back.</source>
        <translation>重新显示已保存的文件。撤销可恢复您的文本。</translation>
    </message>
    <message>
        <source>The save was taken back.</source>
        <translation>保存已撤销。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Saved. The gateway goes on with the last good configuration until the mistake is mended.</source>
        <translation>已保存。在错误改正之前，网关继续使用上一份有效的配置。</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>已保存。从下一个请求起生效。</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8 and can only be read here. Save it as UTF-8 with another editor.</source>
        <translation>该文件不是 UTF-8 文本，在此只能读取。请用其他编辑器将其保存为 UTF-8。</translation>
    </message>
    <message>
        <source>There is no file yet. This is what the gateway found without one; saving writes it to %1.</source>
        <translation>还没有文件。这是网关在没有文件时得到的配置；保存会将其写入 %1。</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
    <message>
        <source>Both changes are in the text. Look at it and save.</source>
        <translation>文本中包含双方的更改。请查看后保存。</translation>
    </message>
    <message>
        <source>There is no file yet, and nothing was found to begin it with. What you write here becomes %1.</source>
        <translation>还没有文件，也没有找到可用来起头的内容。这里写的内容将成为 %1。</translation>
    </message>
    <message>
        <source>Create the file</source>
        <translation>创建文件</translation>
    </message>
</context>
<context>
    <name>nexus::TranslationView</name>
    <message>
        <source>From the client: %1</source>
        <translation>来自客户端：%1</translation>
    </message>
    <message>
        <source>Sent to %1: %2</source>
        <translation>发送给 %1：%2</translation>
    </message>
    <message>
        <source>What became of each field</source>
        <translation>每个字段的处理结果</translation>
    </message>
</context>
<context>
    <name>nexus::Tray</name>
    <message>
        <source>Last errors</source>
        <translation>最近的错误</translation>
    </message>
    <message>
        <source>Open Nexus</source>
        <translation>打开 Nexus</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Nexus is serving on %1</source>
        <translation>Nexus 正在 %1 上服务</translation>
    </message>
    <message>
        <source>Nexus is paused</source>
        <translation>Nexus 已暂停</translation>
    </message>
    <message>
        <source>Nexus does not serve</source>
        <translation>Nexus 未在服务</translation>
    </message>
    <message>
        <source>Nexus is serving its demo model; add a key to use others</source>
        <translation>Nexus 正在提供演示模型；添加密钥即可使用其他模型</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>Today: %n request(s), %1</source>
        <translation>
            <numerusform>今日：%n 个请求，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>No key for %1</source>
        <comment>names of providers</comment>
        <translation>%1 没有密钥</translation>
    </message>
</context>
<context>
    <name>nexus::TripWatch</name>
    <message>
        <source>The budget %1 is spent</source>
        <translation>预算 %1 已用尽</translation>
    </message>
    <message>
        <source>The budget %1 is nearly spent</source>
        <translation>预算 %1 即将用尽</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 fails and is left alone for a while</source>
        <translation>%1 出现故障，进入冷却</translation>
    </message>
</context>
<context>
    <name>nexus::TryStep</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Say hello in three languages.</source>
        <translation>用三种语言打招呼。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>回答会在写入的同时显示在这里。</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>正在查询其模型…</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>正在等待第一个词…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 answered in %2</source>
        <translation>%1 已回答，用时 %2</translation>
    </message>
    <message>
        <source>First token %1 · total %2 · %3 tokens in, %4 out · %5</source>
        <translation>首个 token %1 · 总耗时 %2 · 输入 %3 token，输出 %4 · %5</translation>
    </message>
    <message>
        <source>Name of a model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>The echo model answers with what you say. This comes back as it is.</source>
        <translation>echo 模型会原样返回你说的话。这句话会原样返回。</translation>
    </message>
</context>
<context>
    <name>nexus::UsageModel</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Total p50</source>
        <translation>总耗时 p50</translation>
    </message>
    <message>
        <source>Total p95</source>
        <translation>总耗时 p95</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
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
            <numerusform>%n 个请求的价格未知，未计入合计。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider did not count the tokens of %n request(s); they are estimated.</source>
        <translation>
            <numerusform>提供商未统计 %n 个请求的 token，此处为估算值。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::UsagePage</name>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…至…</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>按提供商</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>按客户端</translation>
    </message>
    <message>
        <source>By alias</source>
        <translation>按别名</translation>
    </message>
    <message>
        <source>Height of the bars</source>
        <translation>条形高度</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>保存为 CSV</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Usage by name</source>
        <translation>按名称统计的用量</translation>
    </message>
    <message>
        <source>Press Enter to see the requests of a row</source>
        <translation>按 Enter 查看该行的请求</translation>
    </message>
    <message>
        <source>The history is off, so nothing is counted.</source>
        <translation>历史记录已关闭，因此没有统计。</translation>
    </message>
    <message>
        <source>Turn it on in Settings</source>
        <translation>在设置中开启</translation>
    </message>
    <message>
        <source>There were no requests to a model in this time.</source>
        <translation>此时间段内没有对模型的请求。</translation>
    </message>
    <message>
        <source>Try a model in the playground</source>
        <translation>在试验场中试用模型</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其他全部</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>Usage over time</source>
        <translation>用量随时间的变化</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
</context>
<context>
    <name>nexus::WelcomePage</name>
    <message>
        <source>Welcome to Nexus</source>
        <translation>欢迎使用 Nexus</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>All of this can be done later on its pages.</source>
        <translation>以上各项以后都可以在相应页面中完成。</translation>
    </message>
    <message>
        <source>Three steps, and your programs talk to every model through one address.</source>
        <translation>只需三步，您的程序就能通过一个地址与所有模型通信。</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>连接应用</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>已添加 %1</translation>
    </message>
    <message>
        <source>the demo model, for now</source>
        <translation>演示模型（暂用）</translation>
    </message>
</context>
</TS>
