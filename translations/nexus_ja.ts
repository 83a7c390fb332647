<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AnswerSchema</name>
    <message>
        <source>A schema is an object in braces.</source>
        <translation>スキーマは波括弧で囲んだオブジェクトです。</translation>
    </message>
    <message>
        <source>%1 is no type. There are string, number, integer, boolean, object, array and null.</source>
        <translation>%1 という型はありません。使えるのは string、number、integer、boolean、object、array、null です。</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>リストが空です。</translation>
    </message>
    <message>
        <source>This has to be a list of the values that are allowed.</source>
        <translation>ここには許可する値のリストが必要です。</translation>
    </message>
    <message>
        <source>This has to be a number.</source>
        <translation>ここには数値が必要です。</translation>
    </message>
    <message>
        <source>This has to be a number from 0.</source>
        <translation>ここには 0 以上の数値が必要です。</translation>
    </message>
    <message>
        <source>This has to be a text like #/$defs/name.</source>
        <translation>ここには #/$defs/name のような文字列が必要です。</translation>
    </message>
    <message>
        <source>%1 leads nowhere in this schema.</source>
        <translation>%1 はこのスキーマのどこも指していません。</translation>
    </message>
    <message>
        <source>This has to be an object of names and their schemas.</source>
        <translation>ここには名前とそのスキーマからなるオブジェクトが必要です。</translation>
    </message>
    <message>
        <source>This has to be a list of schemas.</source>
        <translation>ここにはスキーマのリストが必要です。</translation>
    </message>
    <message>
        <source>This has to be a list of names.</source>
        <translation>ここには名前のリストが必要です。</translation>
    </message>
    <message>
        <source>“%1” is required, but it is not among the properties.</source>
        <translation>「%1」は必須ですが、プロパティの中にありません。</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is not JSON. Look at line %1: %2</source>
        <translation>JSON ではありません。%1 行目を確認してください: %2</translation>
    </message>
    <message>
        <source>This JSON is nested too deeply. Make it simpler.</source>
        <translation>この JSON は入れ子が深すぎます。もっと単純にしてください。</translation>
    </message>
    <message>
        <source>Write a JSON schema, or choose another form of answers.</source>
        <translation>JSON スキーマを書くか、別の回答形式を選んでください。</translation>
    </message>
    <message>
        <source>The schema needs a name of letters, digits, - and _: {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}.</source>
        <translation>スキーマには英字、数字、-、_ からなる名前が必要です: {&quot;name&quot;: &quot;answer&quot;, &quot;schema&quot;: {…}}。</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 に書き込めません: %2。</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>フォルダーを作成できません</translation>
    </message>
    <message>
        <source>The registry does not let Nexus change what starts at login.</source>
        <translation>レジストリの制限により、Nexus はログイン時の起動を変更できません。</translation>
    </message>
</context>
<context>
    <name>ChatCode</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>ゲートウェイの証明書を信頼する必要があります。独自の証明書の場合は、その場所を指定してください:</translation>
    </message>
</context>
<context>
    <name>ChatDraft</name>
    <message>
        <source>Tools are a list. Begin with [ and end with ].</source>
        <translation>ツールはリストです。[ で始めて ] で終えてください。</translation>
    </message>
    <message>
        <source>Tool %1 needs a name: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}.</source>
        <translation>ツール %1 には名前が必要です: {&quot;type&quot;: &quot;function&quot;, &quot;function&quot;: {&quot;name&quot;: …}}。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Read the configuration again</source>
        <translation>設定ファイルを再読み込み</translation>
    </message>
    <message>
        <source>Ask providers for their models</source>
        <translation>プロバイダーにモデルを問い合わせる</translation>
    </message>
    <message>
        <source>Edit nexus.toml</source>
        <translation>nexus.toml を編集</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Show requests that failed</source>
        <translation>失敗したリクエストを表示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>プロバイダーを追加</translation>
    </message>
    <message>
        <source>Add an alias</source>
        <translation>エイリアスを追加</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>予算を追加</translation>
    </message>
    <message>
        <source>Save the usage as CSV</source>
        <translation>使用量を CSV で保存</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>テーマ: システムに合わせる</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>テーマ: ライト</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>テーマ: ダーク</translation>
    </message>
</context>
<context>
    <name>ConsoleRows</name>
    <message>
        <source>Start at login</source>
        <translation>ログイン時に起動</translation>
    </message>
    <message>
        <source>Start Nexus when you log in to this computer.</source>
        <translation>このコンピューターにログインしたときに Nexus を起動します。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Whether the window is light or dark.</source>
        <translation>ウィンドウの明暗を選びます。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>In what language the window speaks.</source>
        <translation>ウィンドウの表示言語です。</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>隠した状態で起動</translation>
    </message>
    <message>
        <source>Begin as an icon in the tray, without a window.</source>
        <translation>ウィンドウを開かず、トレイのアイコンとして起動します。</translation>
    </message>
    <message>
        <source>Serve at start</source>
        <translation>起動時に稼働</translation>
    </message>
    <message>
        <source>Answer requests as soon as Nexus is started.</source>
        <translation>Nexus の起動後すぐにリクエストに応答します。</translation>
    </message>
    <message>
        <source>Go on without a window</source>
        <translation>ウィンドウなしで続行</translation>
    </message>
    <message>
        <source>Closing the window leaves Nexus serving, with an icon in the tray.</source>
        <translation>ウィンドウを閉じても、Nexus はトレイのアイコンを残して稼働し続けます。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell the desktop when a budget is spent or a provider rests.</source>
        <translation>予算を使い切ったときやプロバイダーが休止したときに、デスクトップに通知します。</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>An image or file</source>
        <translation>画像またはファイル</translation>
    </message>
    <message>
        <source>The provider shows no text of this.</source>
        <translation>プロバイダーはこのテキストを公開していません。</translation>
    </message>
    <message>
        <source>The prompt cannot be shown as a conversation: %1</source>
        <translation>プロンプトを会話として表示できません: %1</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole. What is kept is under Request.</source>
        <translation>プロンプトが長すぎるため、全体は保存されていません。保存された部分は「リクエスト」にあります。</translation>
    </message>
    <message>
        <source>The answer was too long to be kept whole. What is kept is under Answer.</source>
        <translation>応答が長すぎるため、全体は保存されていません。保存された部分は「応答」にあります。</translation>
    </message>
    <message>
        <source>The answer is no message of a model. It is under Answer.</source>
        <translation>応答はモデルのメッセージではありません。「応答」で確認できます。</translation>
    </message>
</context>
<context>
    <name>KeepAsAlias</name>
    <message>
        <source>There is an alias of this name. Choose another name.</source>
        <translation>この名前のエイリアスはすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>推論の強さ</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>停止シーケンス</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>回答の形式</translation>
    </message>
    <message>
        <source>An alias cannot hold these settings, which stay behind: %1.</source>
        <translation>次の設定はエイリアスに保存できないため、含まれません: %1。</translation>
    </message>
</context>
<context>
    <name>ModelNames</name>
    <message>
        <source>Azure does not tell which deployments there are. Type the name of one.</source>
        <translation>Azure はデプロイの一覧を返しません。デプロイ名を入力してください。</translation>
    </message>
    <message>
        <source>Without a key it does not tell which models it has. Type the name of one.</source>
        <translation>キーがないとモデルの一覧を取得できません。モデル名を入力してください。</translation>
    </message>
    <message>
        <source>Its models cannot be listed, type the name of one. %1</source>
        <comment>and the error</comment>
        <translation>モデルの一覧を取得できません。モデル名を入力してください。%1</translation>
    </message>
    <message>
        <source>It lists no models. Type the name of one.</source>
        <translation>一覧にモデルがありません。モデル名を入力してください。</translation>
    </message>
</context>
<context>
    <name>RequestCells</name>
    <message>
        <source>%1 in, %2 out</source>
        <translation>入力 %1、出力 %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Model → target</source>
        <translation>モデル → 宛先</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>初トークン</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>リクエスト ID</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>ストリーミング中</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>応答中</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>キャッシュ %1</translation>
    </message>
    <message>
        <source>Refused %1</source>
        <translation>拒否 %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>失敗 %1</translation>
    </message>
    <message>
        <source>Client left</source>
        <translation>クライアント切断</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>The provider has not answered yet.</source>
        <translation>プロバイダーはまだ応答していません。</translation>
    </message>
    <message>
        <source>The answer is being written.</source>
        <translation>応答を書き込み中です。</translation>
    </message>
    <message>
        <source>Answered from the cache, without a provider.</source>
        <translation>プロバイダーを使わず、キャッシュから応答しました。</translation>
    </message>
    <message>
        <source>The client got the provider&apos;s error with status %1.</source>
        <translation>クライアントにはプロバイダーのエラー (ステータス %1) が返されました。</translation>
    </message>
    <message>
        <source>The client got the whole answer.</source>
        <translation>クライアントは応答全体を受け取りました。</translation>
    </message>
    <message>
        <source>Nexus refused it with status %1. No provider was asked.</source>
        <translation>Nexus がステータス %1 で拒否しました。プロバイダーへの問い合わせはありません。</translation>
    </message>
    <message>
        <source>No provider could answer. The client got status %1.</source>
        <translation>どのプロバイダーも応答できませんでした。クライアントにはステータス %1 が返されました。</translation>
    </message>
    <message>
        <source>The client closed the connection before the answer was complete.</source>
        <translation>応答が完了する前に、クライアントが接続を閉じました。</translation>
    </message>
    <message>
        <source>It was stopped here before the answer was complete.</source>
        <translation>応答が完了する前に、ここで停止されました。</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>ヒット</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>ミス</translation>
    </message>
    <message>
        <source>Bypassed</source>
        <translation>バイパス</translation>
    </message>
</context>
<context>
    <name>RequestCode</name>
    <message>
        <source>The prompt of this request was not kept.</source>
        <translation>このリクエストのプロンプトは保存されていません。</translation>
    </message>
    <message>
        <source>The images and files of this prompt were not kept, so that it cannot be sent again.</source>
        <translation>このプロンプトの画像とファイルは保存されていないため、再送信できません。</translation>
    </message>
    <message>
        <source>The prompt was too long to be kept whole, so that it cannot be sent again.</source>
        <translation>プロンプトが長すぎて全体が保存されていないため、再送信できません。</translation>
    </message>
</context>
<context>
    <name>RequestExport</name>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>ファイルに書き込めませんでした: %1。</translation>
    </message>
</context>
<context>
    <name>RequestFacts</name>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Input from the provider&apos;s cache</source>
        <translation>プロバイダーのキャッシュからの入力</translation>
    </message>
    <message>
        <source>Input into the provider&apos;s cache</source>
        <translation>プロバイダーのキャッシュへの入力</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Price of %1 from %2.</source>
        <translation>%1 の料金 (出典: %2)。</translation>
    </message>
    <message>
        <source>Price of %1 from %2, as of %3.</source>
        <translation>%1 の料金 (出典: %2、%3 時点)。</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%2 後に %1</translation>
    </message>
    <message>
        <source>no answer after %1</source>
        <translation>%1 経過後も応答なし</translation>
    </message>
    <message>
        <source>The cost is known when the answer is complete.</source>
        <translation>コストは応答の完了後に確定します。</translation>
    </message>
    <message>
        <source>The answer came from the cache, so that it cost nothing.</source>
        <translation>キャッシュからの応答のため、コストはかかっていません。</translation>
    </message>
    <message>
        <source>No provider was asked, so that it cost nothing.</source>
        <translation>プロバイダーに問い合わせていないため、コストはかかっていません。</translation>
    </message>
    <message>
        <source>The provider did not say how many tokens it used, so that the cost is not known.</source>
        <translation>プロバイダーが使用トークン数を返さなかったため、コストは不明です。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>The provider did not count; tokens are estimated.</source>
        <translation>プロバイダーがトークン数を返さなかったため、推定値です。</translation>
    </message>
    <message>
        <source>No provider was asked, so that nothing was translated.</source>
        <translation>プロバイダーに問い合わせていないため、変換は行われていません。</translation>
    </message>
    <message>
        <source>The client spoke %1. The provider is not in the configuration any more.</source>
        <translation>クライアントは %1 を使用しました。プロバイダーはすでに設定にありません。</translation>
    </message>
    <message>
        <source>The client spoke %1, the provider %2. Request and answer were translated.</source>
        <translation>クライアントは %1、プロバイダーは %2 を使用しました。リクエストと応答は変換されました。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>asked for as %1</source>
        <translation>%1 として要求</translation>
    </message>
    <message>
        <source>The provider has nothing like it.</source>
        <translation>プロバイダーに相当する項目がありません。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>ユーザーエージェント</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>リクエスト ID</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Answered here</source>
        <translation>Nexus が応答</translation>
    </message>
    <message>
        <source>Before a provider was asked</source>
        <translation>プロバイダーへの問い合わせ前</translation>
    </message>
    <message>
        <source>Attempts that failed</source>
        <translation>失敗した試行</translation>
    </message>
    <message>
        <source>Waiting for the provider</source>
        <translation>プロバイダーの待機</translation>
    </message>
    <message>
        <source>Streaming the answer</source>
        <translation>応答のストリーミング</translation>
    </message>
    <message>
        <source>Sending the answer</source>
        <translation>応答の送信</translation>
    </message>
    <message>
        <source>Client and provider both speak %1, so that nothing had to be translated.</source>
        <translation>クライアントとプロバイダーはどちらも %1 を使用するため、変換は不要でした。</translation>
    </message>
    <message>
        <source>The two requests cannot be compared field by field: one is cut, or no JSON.</source>
        <translation>2 つのリクエストをフィールドごとに比較できません。一方が切り詰められているか、JSON ではありません。</translation>
    </message>
    <message>
        <source>The provider got the request byte for byte as the client sent it.</source>
        <translation>プロバイダーは、クライアントが送信したとおりのリクエストを受け取りました。</translation>
    </message>
    <message>
        <source>What was sent to the provider was not kept, so that only fields are known that the gateway dropped. It is kept together with bodies.</source>
        <translation>プロバイダーに送信した内容は保存されていないため、ゲートウェイが省いたフィールドだけがわかります。本文と一緒に保存されます。</translation>
    </message>
    <message>
        <source>The address says it, or the gateway sees to it.</source>
        <translation>アドレスで示されるか、ゲートウェイが処理します。</translation>
    </message>
    <message>
        <source>The gateway set it, not the client.</source>
        <translation>クライアントではなくゲートウェイが設定しました。</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>renamed to %1</source>
        <translation>%1 に名前を変更</translation>
    </message>
    <message>
        <source>renamed from %1</source>
        <translation>%1 から名前を変更</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>not in the body</source>
        <translation>本文以外</translation>
    </message>
    <message>
        <source>defaulted</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Keys and cookies in headers are not kept; the last letters of a key say which it was.</source>
        <translation>ヘッダーのキーと Cookie は保存されません。キーの末尾の文字から、どのキーかがわかります。</translation>
    </message>
    <message>
        <source>Headers are kept together with bodies. This is what is known of the request:</source>
        <translation>ヘッダーは本文と一緒に保存されます。リクエストについてわかっていること:</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>リクエストのヘッダー</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>応答のヘッダー</translation>
    </message>
    <message>
        <source>There is no price for this model. Give it one on the page of models.</source>
        <translation>このモデルの料金がありません。モデルのページで指定してください。</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 トークン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) × %2 per million</source>
        <translation>
            <numerusform>%1 トークン × %2 (100 万あたり)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s), part of the output</source>
        <translation>
            <numerusform>%1 トークン (出力に含む)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Allowed hosts</source>
        <translation>許可するホスト</translation>
    </message>
    <message>
        <source>Names under which clients may reach the gateway, beside this machine; * lets all in.</source>
        <translation>このマシン以外で、クライアントがゲートウェイへの接続に使える名前です。* はすべて許可します。</translation>
    </message>
    <message>
        <source>Protection from foreign pages</source>
        <translation>外部ページからの保護</translation>
    </message>
    <message>
        <source>Requests must carry the header below, which a foreign web page cannot send.</source>
        <translation>リクエストには下のヘッダーが必要になります。外部の Web ページはこのヘッダーを送信できません。</translation>
    </message>
    <message>
        <source>Header of the protection</source>
        <translation>保護用のヘッダー</translation>
    </message>
    <message>
        <source>Any value of this header will do.</source>
        <translation>このヘッダーの値は何でもかまいません。</translation>
    </message>
    <message>
        <source>Allowed origins</source>
        <translation>許可するオリジン</translation>
    </message>
    <message>
        <source>Web pages that may ask, such as https://app.example.com; * stands for all.</source>
        <translation>リクエストを送信できる Web ページです (例: https://app.example.com)。* はすべてを表します。</translation>
    </message>
    <message>
        <source>Allowed methods</source>
        <translation>許可するメソッド</translation>
    </message>
    <message>
        <source>What those pages may send, such as GET, POST.</source>
        <translation>これらのページが送信できるメソッドです (例: GET, POST)。</translation>
    </message>
    <message>
        <source>Allowed headers</source>
        <translation>許可するヘッダー</translation>
    </message>
    <message>
        <source>Headers that those pages may send.</source>
        <translation>これらのページが送信できるヘッダーです。</translation>
    </message>
    <message>
        <source>Exposed headers</source>
        <translation>公開するヘッダー</translation>
    </message>
    <message>
        <source>Headers of answers that those pages may read.</source>
        <translation>これらのページが読み取れる応答のヘッダーです。</translation>
    </message>
    <message>
        <source>Memory of browsers</source>
        <translation>ブラウザーのキャッシュ期間</translation>
    </message>
    <message>
        <source>How long a browser may remember these rules: seconds, or a duration such as 1h.</source>
        <translation>ブラウザーがこれらのルールを保持できる時間です。秒数、または 1h のような時間で指定します。</translation>
    </message>
    <message>
        <source>Credentials of pages</source>
        <translation>ページの資格情報</translation>
    </message>
    <message>
        <source>Whether pages may send cookies and the like; cannot be combined with *.</source>
        <translation>ページが Cookie などを送信できるかどうか。* とは併用できません。</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>プライベートネットワーク</translation>
    </message>
    <message>
        <source>Whether public pages may reach a private address.</source>
        <translation>公開ページがプライベートアドレスに接続できるかどうか。</translation>
    </message>
    <message>
        <source>Key set for tokens</source>
        <translation>トークン用のキーセット</translation>
    </message>
    <message>
        <source>Address of the key set (JWKS); with it every request needs a token.</source>
        <translation>キーセット (JWKS) のアドレスです。指定すると、すべてのリクエストにトークンが必要です。</translation>
    </message>
    <message>
        <source>Renewal of the key set</source>
        <translation>キーセットの更新</translation>
    </message>
    <message>
        <source>How often the key set is fetched again; without it only when a key is missing.</source>
        <translation>キーセットを再取得する間隔です。指定しない場合は、キーが見つからないときだけ取得します。</translation>
    </message>
    <message>
        <source>Expected issuer</source>
        <translation>想定する発行者</translation>
    </message>
    <message>
        <source>What a token must say, letter for letter; anything without it.</source>
        <translation>トークンの値と完全に一致する必要があります。指定しない場合は何でも受け入れます。</translation>
    </message>
    <message>
        <source>Expected audience</source>
        <translation>想定するオーディエンス</translation>
    </message>
    <message>
        <source>Address of this gateway</source>
        <translation>このゲートウェイのアドレス</translation>
    </message>
    <message>
        <source>How the page for clients with tokens calls the gateway; required with a key set.</source>
        <translation>トークンを使うクライアント向けのページに示すゲートウェイのアドレスです。キーセットを使う場合は必須です。</translation>
    </message>
    <message>
        <source>Authorization servers</source>
        <translation>認可サーバー</translation>
    </message>
    <message>
        <source>Addresses where clients get tokens; at least one with a key set.</source>
        <translation>クライアントがトークンを取得するアドレスです。キーセットを使う場合は 1 つ以上必要です。</translation>
    </message>
    <message>
        <source>Identify clients</source>
        <translation>クライアントの識別</translation>
    </message>
    <message>
        <source>Every request must say who it is from.</source>
        <translation>すべてのリクエストに送信元の明示を求めます。</translation>
    </message>
    <message>
        <source>Client from a token</source>
        <translation>トークンからクライアントを取得</translation>
    </message>
    <message>
        <source>The claim that holds the name of the client; a dotted path.</source>
        <translation>クライアント名を含むクレームです。ドット区切りのパスで指定します。</translation>
    </message>
    <message>
        <source>Client from a header</source>
        <translation>ヘッダーからクライアントを取得</translation>
    </message>
    <message>
        <source>The header that holds the name of the client, in place of a claim.</source>
        <translation>クレームの代わりに、クライアント名を含むヘッダーです。</translation>
    </message>
    <message>
        <source>Group from a token</source>
        <translation>トークンからグループを取得</translation>
    </message>
    <message>
        <source>The claim that holds the group of the client; a dotted path.</source>
        <translation>クライアントのグループを含むクレームです。ドット区切りのパスで指定します。</translation>
    </message>
    <message>
        <source>Group from a header</source>
        <translation>ヘッダーからグループを取得</translation>
    </message>
    <message>
        <source>The header that holds the group of the client, in place of a claim.</source>
        <translation>クレームの代わりに、クライアントのグループを含むヘッダーです。</translation>
    </message>
    <message>
        <source>Known groups</source>
        <translation>既知のグループ</translation>
    </message>
    <message>
        <source>The groups there are.</source>
        <translation>存在するグループの一覧です。</translation>
    </message>
    <message>
        <source>Believe X-Real-IP</source>
        <translation>X-Real-IP を信頼</translation>
    </message>
    <message>
        <source>Take the address of a client from this header of a proxy in front.</source>
        <translation>前段のプロキシが付けるこのヘッダーからクライアントのアドレスを取得します。</translation>
    </message>
    <message>
        <source>Trusted hops</source>
        <translation>信頼するホップ</translation>
    </message>
    <message>
        <source>Which entry of X-Forwarded-For is believed, counted from the right, from 0.</source>
        <translation>X-Forwarded-For のどの項目を信頼するか。右から 0 始まりで数えます。</translation>
    </message>
    <message>
        <source>hops</source>
        <translation>ホップ</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>履歴を保存</translation>
    </message>
    <message>
        <source>Whether requests are remembered on this machine.</source>
        <translation>リクエストをこのマシンに記録するかどうか。</translation>
    </message>
    <message>
        <source>Length of the history</source>
        <translation>履歴の保存期間</translation>
    </message>
    <message>
        <source>Older requests are forgotten.</source>
        <translation>これより古いリクエストは削除されます。</translation>
    </message>
    <message>
        <source>Keep prompts and answers</source>
        <translation>プロンプトと応答を保存</translation>
    </message>
    <message>
        <source>Not at all, of requests that failed, or of all; they stay on this machine.</source>
        <translation>保存しない、失敗したリクエストのみ、すべて、のいずれかです。データはこのマシンの外に出ません。</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>テキストの最大長</translation>
    </message>
    <message>
        <source>Of each prompt and answer; what is longer is cut.</source>
        <translation>プロンプトと応答それぞれの最大長です。超えた部分は切り捨てます。</translation>
    </message>
    <message>
        <source>Size of the history</source>
        <translation>履歴のサイズ</translation>
    </message>
    <message>
        <source>When it is larger, prompts and answers go first.</source>
        <translation>これを超えると、プロンプトと応答から先に削除します。</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>独自の料金</translation>
    </message>
    <message>
        <source>A file of prices, in the form of LiteLLM, that wins over the built-in ones.</source>
        <translation>LiteLLM 形式の料金ファイルです。組み込みの料金より優先されます。</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>サービス名</translation>
    </message>
    <message>
        <source>What collectors call this gateway.</source>
        <translation>コレクターでのこのゲートウェイの名前です。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Whether traces and metrics go to a collector.</source>
        <translation>トレースとメトリックをコレクターに送信するかどうか。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>Only http is spoken; with grpc nothing is exported.</source>
        <translation>対応しているのは http だけです。grpc では何もエクスポートされません。</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>コレクター</translation>
    </message>
    <message>
        <source>Its address; /v1/traces and /v1/metrics are added.</source>
        <translation>コレクターのアドレスです。/v1/traces と /v1/metrics が付加されます。</translation>
    </message>
    <message>
        <source>Time for an export</source>
        <translation>エクスポートの制限時間</translation>
    </message>
    <message>
        <source>How long one export may take.</source>
        <translation>1 回のエクスポートにかけられる時間です。</translation>
    </message>
    <message>
        <source>Pause between exports</source>
        <translation>エクスポートの間隔</translation>
    </message>
    <message>
        <source>How long spans are gathered.</source>
        <translation>スパンを集める時間です。</translation>
    </message>
    <message>
        <source>Spans that wait</source>
        <translation>待機するスパン</translation>
    </message>
    <message>
        <source>What finds no room is lost.</source>
        <translation>あふれた分は失われます。</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>Spans in one export</source>
        <translation>1 回のエクスポートのスパン数</translation>
    </message>
    <message>
        <source>How many are sent together.</source>
        <translation>まとめて送信する数です。</translation>
    </message>
    <message>
        <source>Share of traces</source>
        <translation>トレースの割合</translation>
    </message>
    <message>
        <source>From 0 for none to 1 for all.</source>
        <translation>0 (なし) から 1 (すべて) まで。</translation>
    </message>
    <message>
        <source>Follow the caller</source>
        <translation>呼び出し元に従う</translation>
    </message>
    <message>
        <source>Whether a trace that a client began is exported when the client says so.</source>
        <translation>クライアントが開始したトレースを、クライアントの指示に従ってエクスポートするかどうか。</translation>
    </message>
    <message>
        <source>Attributes of a span</source>
        <translation>スパンの属性</translation>
    </message>
    <message>
        <source>How many a span carries at most.</source>
        <translation>1 つのスパンが持つ属性の最大数です。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>個</translation>
    </message>
    <message>
        <source>Listen address</source>
        <translation>待ち受けアドレス</translation>
    </message>
    <message>
        <source>Where clients connect; :8000 is this machine only, 0.0.0.0:8000 everybody who reaches it.</source>
        <translation>クライアントの接続先です。:8000 はこのマシンのみ、0.0.0.0:8000 は到達できるすべての相手を受け入れます。</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>Threads that serve requests: auto, or 1 to 256.</source>
        <translation>リクエストを処理するスレッド数です。auto または 1 から 256。</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>最大接続数</translation>
    </message>
    <message>
        <source>A further connection is turned away with 503.</source>
        <translation>これを超える接続は 503 で拒否します。</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>リクエストの最大サイズ</translation>
    </message>
    <message>
        <source>A larger request body is refused with 413.</source>
        <translation>これより大きいリクエスト本文は 413 で拒否します。</translation>
    </message>
    <message>
        <source>Time to finish</source>
        <translation>終了までの猶予</translation>
    </message>
    <message>
        <source>How long running requests may go on when Nexus is told to stop.</source>
        <translation>Nexus に停止を指示した後、実行中のリクエストを続けられる時間です。</translation>
    </message>
    <message>
        <source>Serve models</source>
        <translation>モデルを提供</translation>
    </message>
    <message>
        <source>Whether requests for models are answered at all.</source>
        <translation>モデルへのリクエストに応答するかどうか。</translation>
    </message>
    <message>
        <source>Keep-alive of streams</source>
        <translation>ストリームのキープアライブ</translation>
    </message>
    <message>
        <source>A silent stream gets a comment this often, so that nothing on the way closes it; off sends none.</source>
        <translation>途中で切断されないよう、無通信のストリームにこの間隔でコメントを送ります。off なら送りません。</translation>
    </message>
    <message>
        <source>OpenAI&apos;s API</source>
        <translation>OpenAI の API</translation>
    </message>
    <message>
        <source>Serve clients that speak to OpenAI.</source>
        <translation>OpenAI 用のクライアントに対応します。</translation>
    </message>
    <message>
        <source>Path of OpenAI&apos;s API</source>
        <translation>OpenAI の API のパス</translation>
    </message>
    <message>
        <source>Where it is served, followed by /v1.</source>
        <translation>提供する場所です。後ろに /v1 が続きます。</translation>
    </message>
    <message>
        <source>Anthropic&apos;s API</source>
        <translation>Anthropic の API</translation>
    </message>
    <message>
        <source>Serve clients that speak to Anthropic.</source>
        <translation>Anthropic 用のクライアントに対応します。</translation>
    </message>
    <message>
        <source>Path of Anthropic&apos;s API</source>
        <translation>Anthropic の API のパス</translation>
    </message>
    <message>
        <source>Anthropic proxy</source>
        <translation>Anthropic プロキシ</translation>
    </message>
    <message>
        <source>Hand everything below its path to Anthropic unchanged, with the client&apos;s own key.</source>
        <translation>このパス以下をすべて、クライアント自身のキーでそのまま Anthropic に渡します。</translation>
    </message>
    <message>
        <source>Path of the proxy</source>
        <translation>プロキシのパス</translation>
    </message>
    <message>
        <source>Address behind the proxy</source>
        <translation>プロキシの転送先アドレス</translation>
    </message>
    <message>
        <source>Where the proxy leads, without /v1.</source>
        <translation>プロキシの転送先です。/v1 は付けません。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>PEM file with the chain of certificates; with it and its key the gateway speaks HTTPS.</source>
        <translation>証明書チェーンの PEM ファイルです。証明書とキーがあれば、ゲートウェイは HTTPS で通信します。</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>証明書のキー</translation>
    </message>
    <message>
        <source>PEM file with the key, without a passphrase.</source>
        <translation>パスフレーズなしのキーの PEM ファイルです。</translation>
    </message>
    <message>
        <source>Health page</source>
        <translation>ヘルスページ</translation>
    </message>
    <message>
        <source>Whether the page that tells the state of the gateway is served.</source>
        <translation>ゲートウェイの状態を示すページを提供するかどうか。</translation>
    </message>
    <message>
        <source>Path of the health page</source>
        <translation>ヘルスページのパス</translation>
    </message>
    <message>
        <source>Where it is served.</source>
        <translation>提供する場所です。</translation>
    </message>
    <message>
        <source>Own address of the health page</source>
        <translation>ヘルスページ専用のアドレス</translation>
    </message>
    <message>
        <source>An address of its own, such as 127.0.0.1:9000; the page is then only there.</source>
        <translation>専用のアドレスです (例: 127.0.0.1:9000)。指定すると、ページはそこでのみ提供されます。</translation>
    </message>
    <message>
        <source>Write a whole number, such as 100.</source>
        <translation>整数を入力してください (例: 100)。</translation>
    </message>
    <message>
        <source>Write a number, such as 0.5.</source>
        <translation>数値を入力してください (例: 0.5)。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>アクセス</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Retries and timeouts</source>
        <translation>再試行とタイムアウト</translation>
    </message>
    <message>
        <source>Ledger and privacy</source>
        <translation>記録とプライバシー</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>テレメトリ</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>コンソール</translation>
    </message>
    <message>
        <source>Limit requests</source>
        <translation>リクエストを制限</translation>
    </message>
    <message>
        <source>Whether the limits below hold.</source>
        <translation>以下の制限を有効にするかどうか。</translation>
    </message>
    <message>
        <source>Requests of all</source>
        <translation>全体のリクエスト数</translation>
    </message>
    <message>
        <source>How many requests all clients together may send; 0 blocks.</source>
        <translation>全クライアントの合計で送信できるリクエスト数です。0 は遮断します。</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Time for all</source>
        <translation>全体の集計時間</translation>
    </message>
    <message>
        <source>The sliding window in which they are counted.</source>
        <translation>リクエストを数えるスライディングウィンドウです。</translation>
    </message>
    <message>
        <source>Requests of an address</source>
        <translation>アドレスごとのリクエスト数</translation>
    </message>
    <message>
        <source>How many requests each address may send; 0 blocks.</source>
        <translation>アドレスごとに送信できるリクエスト数です。0 は遮断します。</translation>
    </message>
    <message>
        <source>Time for an address</source>
        <translation>アドレスごとの集計時間</translation>
    </message>
    <message>
        <source>Where counts are kept</source>
        <translation>カウントの保存場所</translation>
    </message>
    <message>
        <source>In memory, or in Redis to share them between machines.</source>
        <translation>メモリ、または複数のマシンで共有するための Redis。</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Redis のアドレス</translation>
    </message>
    <message>
        <source>Such as redis://10.0.0.5:6379; keep a password in the environment: {{ env.NAME }}.</source>
        <translation>例: redis://10.0.0.5:6379。パスワードは環境変数で指定します: {{ env.NAME }}。</translation>
    </message>
    <message>
        <source>Prefix in Redis</source>
        <translation>Redis のプレフィックス</translation>
    </message>
    <message>
        <source>What the names of counts begin with.</source>
        <translation>カウントの名前の先頭に付く文字列です。</translation>
    </message>
    <message>
        <source>While Redis is lost</source>
        <translation>Redis に接続できないとき</translation>
    </message>
    <message>
        <source>Let requests pass uncounted, or refuse them with 503.</source>
        <translation>リクエストを数えずに通すか、503 で拒否します。</translation>
    </message>
    <message>
        <source>Answer of Redis</source>
        <translation>Redis の応答</translation>
    </message>
    <message>
        <source>How long an answer may take.</source>
        <translation>応答にかけられる時間です。</translation>
    </message>
    <message>
        <source>Connection to Redis</source>
        <translation>Redis への接続</translation>
    </message>
    <message>
        <source>How long connecting may take.</source>
        <translation>接続にかけられる時間です。</translation>
    </message>
    <message>
        <source>Most connections to Redis</source>
        <translation>Redis への最大接続数</translation>
    </message>
    <message>
        <source>How many connections are held at once.</source>
        <translation>同時に保持する接続の数です。</translation>
    </message>
    <message>
        <source>Idle connections to Redis</source>
        <translation>Redis のアイドル接続</translation>
    </message>
    <message>
        <source>How many are kept ready.</source>
        <translation>待機させておく接続の数です。</translation>
    </message>
    <message>
        <source>Making of a connection</source>
        <translation>接続の作成</translation>
    </message>
    <message>
        <source>How long it may take until one is made.</source>
        <translation>接続の作成にかけられる時間です。</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>接続の待機</translation>
    </message>
    <message>
        <source>How long a request waits for a free one.</source>
        <translation>リクエストが空き接続を待つ時間です。</translation>
    </message>
    <message>
        <source>Renewal of connections</source>
        <translation>接続の更新</translation>
    </message>
    <message>
        <source>An idle connection is closed after this time.</source>
        <translation>アイドル接続はこの時間が過ぎると閉じられます。</translation>
    </message>
    <message>
        <source>Encrypt Redis</source>
        <translation>Redis を暗号化</translation>
    </message>
    <message>
        <source>Whether the connection to Redis is encrypted.</source>
        <translation>Redis への接続を暗号化するかどうか。</translation>
    </message>
    <message>
        <source>Any certificate of Redis</source>
        <translation>Redis の証明書を検証しない</translation>
    </message>
    <message>
        <source>Accept a certificate that nobody vouches for.</source>
        <translation>誰にも保証されていない証明書を受け入れます。</translation>
    </message>
    <message>
        <source>Authority for Redis</source>
        <translation>Redis 用の認証局</translation>
    </message>
    <message>
        <source>PEM file of an authority that is trusted.</source>
        <translation>信頼する認証局の PEM ファイルです。</translation>
    </message>
    <message>
        <source>Certificate for Redis</source>
        <translation>Redis 用の証明書</translation>
    </message>
    <message>
        <source>PEM file that the gateway shows, together with its key.</source>
        <translation>ゲートウェイがキーとともに提示する PEM ファイルです。</translation>
    </message>
    <message>
        <source>Key for Redis</source>
        <translation>Redis 用のキー</translation>
    </message>
    <message>
        <source>PEM file with the key of that certificate.</source>
        <translation>その証明書のキーの PEM ファイルです。</translation>
    </message>
    <message>
        <source>Answer from memory</source>
        <translation>メモリから応答</translation>
    </message>
    <message>
        <source>A request that equals an earlier one gets its answer, and equal ones at once share a call.</source>
        <translation>以前と同じリクエストには以前の応答を返し、同時に届いた同じリクエストは 1 回の呼び出しを共有します。</translation>
    </message>
    <message>
        <source>Age of answers</source>
        <translation>応答の有効期間</translation>
    </message>
    <message>
        <source>How long an answer is kept.</source>
        <translation>応答を保持する時間です。</translation>
    </message>
    <message>
        <source>Most answers</source>
        <translation>最大応答数</translation>
    </message>
    <message>
        <source>How many answers are kept.</source>
        <translation>保持する応答の数です。</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Memory for answers</source>
        <translation>応答用のメモリ</translation>
    </message>
    <message>
        <source>How large they may be together.</source>
        <translation>応答全体の最大サイズです。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>How often a request is tried at a provider, the first time included.</source>
        <translation>1 つのプロバイダーでリクエストを試行する回数です (初回を含む)。</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>回</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>最初の待機</translation>
    </message>
    <message>
        <source>The pause before the second attempt; it doubles each time.</source>
        <translation>2 回目の試行までの待機時間です。毎回 2 倍になります。</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>最長の待機</translation>
    </message>
    <message>
        <source>No pause is longer, also when a provider asks for it.</source>
        <translation>プロバイダーが要求しても、待機時間がこれを超えることはありません。</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>How long it may take until the request is sent; off waits for ever.</source>
        <translation>リクエストを送り終えるまでの時間です。off なら無期限に待ちます。</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>最初のバイト</translation>
    </message>
    <message>
        <source>From there to the head of the answer; off waits for ever.</source>
        <translation>そこから応答の先頭が届くまでの時間です。off なら無期限に待ちます。</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>無通信</translation>
    </message>
    <message>
        <source>The longest silence inside an answer; off waits for ever.</source>
        <translation>応答の途中で許される最長の無通信時間です。off なら無期限に待ちます。</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>呼び出し全体</translation>
    </message>
    <message>
        <source>All attempts together; off has no limit.</source>
        <translation>すべての試行の合計時間です。off なら無制限です。</translation>
    </message>
    <message>
        <source>Failures until a provider rests</source>
        <translation>プロバイダーが休止するまでの失敗</translation>
    </message>
    <message>
        <source>So many failures in the window, and its requests go elsewhere.</source>
        <translation>集計時間内にこの回数失敗すると、リクエストは別のプロバイダーに回されます。</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Window of failures</source>
        <translation>失敗の集計時間</translation>
    </message>
    <message>
        <source>The time in which failures are counted.</source>
        <translation>失敗を数える時間です。</translation>
    </message>
    <message>
        <source>Rest of a provider</source>
        <translation>プロバイダーの休止</translation>
    </message>
    <message>
        <source>How long it rests before one request finds out whether it is well.</source>
        <translation>休止時間です。その後、1 件のリクエストで復旧を確認します。</translation>
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
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
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
            <numerusform>%n 分前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 時間前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 日前</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>名前なし</translation>
    </message>
</context>
<context>
    <name>nexus::AdvancedOptions</name>
    <message>
        <source>Minimal</source>
        <translation>最小</translation>
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
        <translation>推論の強さ</translation>
    </message>
    <message>
        <source>Stop sequences, one a line</source>
        <translation>停止シーケンス (1 行に 1 つ)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Form of answers</source>
        <translation>回答の形式</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON スキーマ</translation>
    </message>
    <message>
        <source>Reasoning effort, stop sequences, seed and form of answers</source>
        <translation>推論の強さ、停止シーケンス、シード、回答の形式</translation>
    </message>
    <message>
        <source>How long a model thinks before it answers. Not all models take it.</source>
        <translation>モデルが回答する前にどれだけ考えるか。すべてのモデルが対応しているわけではありません。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>An answer ends before the first of them. Write \n for a line break.</source>
        <translation>回答は最初に現れたものの直前で終わります。改行は \n と書きます。</translation>
    </message>
    <message>
        <source>With the same seed, models that take it answer the same where they can.</source>
        <translation>同じシードであれば、対応するモデルは可能な限り同じ回答をします。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON オブジェクト</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>スキーマに従う JSON</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳細</translation>
    </message>
    <message numerus="yes">
        <source>Advanced, %n set</source>
        <translation>
            <numerusform>詳細、%n 件設定済み</numerusform>
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
        <translation>最大 %1 トークン</translation>
    </message>
    <message>
        <source>a system text</source>
        <translation>システムテキストあり</translation>
    </message>
    <message>
        <source>Change name, targets and defaults</source>
        <translation>名前、ターゲット、既定値を変更</translation>
    </message>
    <message>
        <source>Try it in the playground</source>
        <translation>プレイグラウンドで試す</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>このエイリアスのリクエストを表示</translation>
    </message>
    <message>
        <source>Remove this alias</source>
        <translation>このエイリアスを削除</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>nexus.toml で変更される行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>方式: %1</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>新しいエイリアス</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>名前を付けてください。</translation>
    </message>
    <message>
        <source>Add at least one target.</source>
        <translation>ターゲットを 1 つ以上追加してください。</translation>
    </message>
    <message>
        <source>There is an alias %1 already. Choose another name.</source>
        <translation>エイリアス %1 はすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused.</source>
        <translation>%1 へのリクエストは拒否されるようになります。</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2. These lose a target: %3.</source>
        <translation>%1 へのリクエストは拒否されるようになります。次のエイリアスも削除されます: %2。次のエイリアスはターゲットを失います: %3。</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases go as well: %2.</source>
        <translation>%1 へのリクエストは拒否されるようになります。次のエイリアスも削除されます: %2。</translation>
    </message>
    <message>
        <source>Requests for %1 will be refused. These aliases lose a target: %2.</source>
        <translation>%1 へのリクエストは拒否されるようになります。次のエイリアスはターゲットを失います: %2。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it, then test again.</source>
        <translation>Nexus は現在稼働していません。開始してからもう一度テストしてください。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>テスト中…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>It answered.</source>
        <translation>応答がありました。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Sends one tiny request through each target.</source>
        <translation>各ターゲットにごく小さなリクエストを 1 件送ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Clients need a token, and the test has none. Try the alias in the playground, which can send one.</source>
        <translation>クライアントにはトークンが必要ですが、テストにはありません。トークンを送信できるプレイグラウンドでエイリアスを試してください。</translation>
    </message>
    <message>
        <source>Others have removed the alias %1 from the file. Saving adds it again.</source>
        <translation>エイリアス %1 は別の場所でファイルから削除されました。保存すると再び追加されます。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>応答の最大トークン数</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>システムテキスト</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>ターゲット</translation>
    </message>
</context>
<context>
    <name>nexus::AliasEntry</name>
    <message>
        <source>In order</source>
        <translation>優先順</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>ラウンドロビン</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>重み付け</translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation>速い順</translation>
    </message>
    <message>
        <source>The first target answers; the next one does when it fails.</source>
        <translation>最初のターゲットが応答し、失敗すると次のターゲットが応答します。</translation>
    </message>
    <message>
        <source>Each request begins with the next target, the others stand by.</source>
        <translation>リクエストごとに次のターゲットから始め、ほかは予備になります。</translation>
    </message>
    <message>
        <source>Targets get requests in proportion to their weights.</source>
        <translation>ターゲットは重みに比例してリクエストを受け取ります。</translation>
    </message>
    <message>
        <source>The target that has answered soonest of late goes first.</source>
        <translation>最近もっとも速く応答したターゲットを優先します。</translation>
    </message>
</context>
<context>
    <name>nexus::AliasFields</name>
    <message>
        <source>for example: fast</source>
        <translation>例: fast</translation>
    </message>
    <message>
        <source>provider/model, then Enter</source>
        <translation>プロバイダー/モデルを入力して Enter</translation>
    </message>
    <message>
        <source>left to the model</source>
        <translation>モデルに任せる</translation>
    </message>
    <message>
        <source>Used where a request has no system text of its own.</source>
        <translation>リクエスト自体にシステムテキストがない場合に使われます。</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>ターゲットを追加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>One more target</source>
        <translation>ターゲットをもう 1 つ</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>応答の最大トークン数</translation>
    </message>
    <message>
        <source>System text</source>
        <translation>システムテキスト</translation>
    </message>
</context>
<context>
    <name>nexus::AliasesPanel</name>
    <message>
        <source>There is no alias yet. An alias is a name of your own for one model or several, so that clients need not change when the model does.</source>
        <translation>エイリアスはまだありません。エイリアスは 1 つまたは複数のモデルに付ける独自の名前です。モデルを替えても、クライアントを変更する必要がありません。</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>エイリアスを追加</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
</context>
<context>
    <name>nexus::AnotherKey</name>
    <message>
        <source>Save key</source>
        <translation>キーを保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>This provider has this key already. Take another one.</source>
        <translation>このプロバイダーにはすでにこのキーがあります。別のキーを使ってください。</translation>
    </message>
    <message>
        <source>Tried the new key. It is not saved yet.</source>
        <translation>新しいキーで試しました。まだ保存されていません。</translation>
    </message>
    <message>
        <source>Tried the new key, …%1. It is not saved yet.</source>
        <translation>新しいキー (…%1) で試しました。まだ保存されていません。</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, for everything in nexus.toml that names it.</source>
        <translation>nexus.toml で %1 を使うすべての箇所について、キーチェーンの %1 と置き換わります。</translation>
    </message>
    <message>
        <source>It takes the place of %1 in the keychain, and nexus.toml stays as it is.</source>
        <translation>キーチェーンの %1 と置き換わり、nexus.toml は変わりません。</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerColumn</name>
    <message>
        <source>Remove this model</source>
        <translation>このモデルを外す</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>これを残す</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>最初のトークン</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>%1 としてコピー</translation>
    </message>
    <message>
        <source>Keep as alias…</source>
        <translation>エイリアスとして保存…</translation>
    </message>
    <message>
        <source>Choose a model to ask.</source>
        <translation>問い合わせるモデルを選んでください。</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>待機中…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>入力 %1、出力 %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy the request as code, or keep the model with its settings as an alias</source>
        <translation>リクエストをコードとしてコピーするか、モデルと設定をエイリアスとして保存します</translation>
    </message>
</context>
<context>
    <name>nexus::AnswerView</name>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>応答は書き込まれるとともにここに表示されます。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>ユーザー</translation>
    </message>
    <message numerus="yes">
        <source>With %n image(s).</source>
        <translation>
            <numerusform>画像 %n 枚付き。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::AwsKeyFields</name>
    <message>
        <source>Only with temporary credentials</source>
        <translation>一時的な認証情報の場合のみ</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>アクセスキー ID</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>シークレットアクセスキー</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>セッショントークン</translation>
    </message>
    <message>
        <source>Enter the ID of the access key.</source>
        <translation>アクセスキーの ID を入力してください。</translation>
    </message>
    <message>
        <source>Paste the secret access key.</source>
        <translation>シークレットアクセスキーを貼り付けてください。</translation>
    </message>
</context>
<context>
    <name>nexus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
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
        <translation>グラフ</translation>
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
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>nexus::BarsView</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2。%3</translation>
    </message>
</context>
<context>
    <name>nexus::BodyView</name>
    <message>
        <source>Formatted</source>
        <translation>整形</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>未加工</translation>
    </message>
    <message>
        <source>Text of the body</source>
        <translation>本文のテキスト</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetForm</name>
    <message>
        <source>for example: team</source>
        <translation>例: team</translation>
    </message>
    <message>
        <source>all providers</source>
        <translation>すべてのプロバイダー</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>all clients</source>
        <translation>すべてのクライアント</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>予算を変更</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>予算を追加</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>1 か月</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>1 日</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>警告する</translation>
    </message>
    <message>
        <source>Refuse requests that would cost more</source>
        <translation>上限を超えるリクエストを拒否する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>上限(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>期間(&amp;F)</translation>
    </message>
    <message>
        <source>When it is &amp;spent</source>
        <translation>使い切ったとき(&amp;S)</translation>
    </message>
    <message>
        <source>Only the &amp;provider</source>
        <translation>対象のプロバイダー(&amp;P)</translation>
    </message>
    <message>
        <source>Only the &amp;model</source>
        <translation>対象のモデル(&amp;M)</translation>
    </message>
    <message>
        <source>Only the &amp;client</source>
        <translation>対象のクライアント(&amp;C)</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>nexus.toml で変更される行</translation>
    </message>
    <message>
        <source>There is a budget %1 already.</source>
        <translation>予算 %1 はすでにあります。</translation>
    </message>
</context>
<context>
    <name>nexus::BudgetsPanel</name>
    <message>
        <source>Undo the last change</source>
        <translation>最後の変更を元に戻す</translation>
    </message>
    <message>
        <source>Add a budget</source>
        <translation>予算を追加</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>予算</translation>
    </message>
    <message>
        <source>A budget warns when a day or month has cost a sum, or refuses what would cost more.</source>
        <translation>予算は、1 日または 1 か月のコストが設定額に達したときに警告するか、それを超えるリクエストを拒否します。</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>今日 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 this month</source>
        <translation>今月 %1 / %2</translation>
    </message>
    <message>
        <source>Spent: requests are refused</source>
        <translation>使い切りました: リクエストは拒否されます</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>使い切りました</translation>
    </message>
    <message>
        <source>Nearly spent</source>
        <translation>ほぼ使い切りました</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>すべてのリクエスト</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>warns</source>
        <translation>警告</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of unknown price</source>
        <translation>
            <numerusform>料金が不明なリクエスト %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 を変更</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
</context>
<context>
    <name>nexus::ChangedBar</name>
    <message>
        <source>Use theirs</source>
        <translation>相手の変更を使う</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分の変更を残す</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, also here: %1. The lines below show what keeping yours would change.</source>
        <translation>ファイルが別の場所で変更され、次の項目も変わりました: %1。下の行は、こちらの内容を残すと何が変わるかを示します。</translation>
    </message>
</context>
<context>
    <name>nexus::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>コマンドパレット</translation>
    </message>
    <message>
        <source>Go to a page, provider or model, or do something</source>
        <translation>ページ、プロバイダー、モデルへの移動または操作</translation>
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
        <translation>%1 · 最初のトークン %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) out</source>
        <translation>
            <numerusform>出力 %n トークン</numerusform>
        </translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation>2 つの応答</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Both got the same prompt.</source>
        <translation>どちらにも同じプロンプトが送られました。</translation>
    </message>
    <message>
        <source>The prompts differ.</source>
        <translation>プロンプトが異なります。</translation>
    </message>
    <message>
        <source>The answer was not kept.</source>
        <translation>応答は保存されていません。</translation>
    </message>
</context>
<context>
    <name>nexus::ConfigDesk</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>フォルダー %1 を作成できません。</translation>
    </message>
    <message>
        <source>The file was changed by another program at the same place. Nothing was saved; look at it in Settings and try again.</source>
        <translation>別のプログラムがファイルの同じ箇所を変更しました。何も保存していません。「設定」で確認してから、もう一度試してください。</translation>
    </message>
</context>
<context>
    <name>nexus::ConfirmStrip</name>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
</context>
<context>
    <name>nexus::ConflictBar</name>
    <message>
        <source>Merge</source>
        <translation>マージ</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>相手の変更を使う</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分の変更を残す</translation>
    </message>
    <message>
        <source>Show the file as it is now. Undo brings your text back.</source>
        <translation>ファイルの現在の内容を表示します。「元に戻す」で自分のテキストに戻せます。</translation>
    </message>
    <message>
        <source>Keep this text. Saving takes back what the others changed.</source>
        <translation>このテキストを残します。保存すると、ほかで行われた変更は取り消されます。</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at other lines than yours.</source>
        <translation>ファイルがほかで変更されました。自分の変更とは別の行です。</translation>
    </message>
    <message>
        <source>The file was changed elsewhere, at the same lines as yours. Compare them before you choose.</source>
        <translation>ファイルがほかで変更されました。自分の変更と同じ行です。比較してから選んでください。</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectStep</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>コピーする行</translation>
    </message>
    <message>
        <source>Your program talks to Nexus as it would to OpenAI or Anthropic. It needs no key of its own.</source>
        <translation>プログラムは、OpenAI や Anthropic と同じように Nexus と通信します。プログラム用のキーは必要ありません。</translation>
    </message>
</context>
<context>
    <name>nexus::ConnectionSection</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1: passed on</source>
        <translation>%1: そのまま渡す</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1: 取り除く</translation>
    </message>
    <message>
        <source>%1: also sent as %2</source>
        <translation>%1: %2 としても送信</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Edit headers in Settings</source>
        <translation>設定でヘッダーを編集</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>接続の制限時間</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>最初のバイトの制限時間</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>最長の無通信</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>応答全体の制限時間</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>最初の待機</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>最長の待機</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>標準のアドレス</translation>
    </message>
    <message>
        <source>connect %1, first byte %2, silence %3, whole answer %4</source>
        <translation>接続 %1、最初のバイト %2、無通信 %3、応答全体 %4</translation>
    </message>
    <message numerus="yes">
        <source>up to %n attempt(s), pauses of %1 to %2</source>
        <translation>
            <numerusform>最大 %n 回の試行、待機 %1 から %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was removed or renamed in the file by others. What was typed is gone.</source>
        <translation>%1 は別の場所でファイルから削除されたか、名前が変更されました。入力した内容は失われました。</translation>
    </message>
    <message>
        <source>It is not in the file any more: others have removed or renamed it.</source>
        <translation>ファイルにはもうありません。別の場所で削除されたか、名前が変更されました。</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API バージョン</translation>
    </message>
    <message>
        <source>Models offered</source>
        <translation>提供するモデル</translation>
    </message>
    <message>
        <source>Keys of clients</source>
        <translation>クライアントのキー</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>used where a client sends one</source>
        <translation>クライアントが送った場合に使う</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>A regular expression that fits anywhere in a name, such as %1; capital letters do not matter. Models that the file names are always offered.</source>
        <translation>名前の一部に一致する正規表現です (例: %1)。大文字と小文字は区別しません。ファイルに名前があるモデルは常に提供されます。</translation>
    </message>
    <message>
        <source>Use keys of clients</source>
        <translation>クライアントのキーを使う</translation>
    </message>
    <message>
        <source>A key that a client sends as X-Provider-API-Key is used in place of the provider&apos;s own.</source>
        <translation>クライアントが X-Provider-API-Key で送ったキーを、プロバイダー自身のキーの代わりに使います。</translation>
    </message>
    <message>
        <source>those whose name fits %1</source>
        <translation>名前が %1 に一致するもの</translation>
    </message>
</context>
<context>
    <name>nexus::Console</name>
    <message>
        <source>Nexus goes on serving</source>
        <translation>Nexus は稼働を続けます</translation>
    </message>
    <message>
        <source>You find it in the tray. Quit there, or with Ctrl+Q in the window.</source>
        <translation>トレイから開けます。終了するには、トレイから、またはウィンドウで Ctrl+Q を押します。</translation>
    </message>
</context>
<context>
    <name>nexus::ConversationView</name>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>開発者</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>The answer was cut at the greatest number of tokens.</source>
        <translation>応答は最大トークン数に達したため途中で切れました。</translation>
    </message>
    <message>
        <source>The provider&apos;s safety system ended the answer.</source>
        <translation>プロバイダーの安全システムが応答を終了しました。</translation>
    </message>
    <message>
        <source>The provider paused a long turn.</source>
        <translation>プロバイダーが長いターンを一時停止しました。</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier turn(s)</source>
        <translation>
            <numerusform>以前の %n ターンを表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
</context>
<context>
    <name>nexus::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>nexus::CredentialsEntry</name>
    <message>
        <source>How requests are signed</source>
        <translation>リクエストの署名方法</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API キー</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>アクセスキー</translation>
    </message>
    <message>
        <source>Profile of the AWS tools</source>
        <translation>AWS ツールのプロファイル</translation>
    </message>
    <message>
        <source>What this machine has</source>
        <translation>このマシンにあるもの</translation>
    </message>
    <message>
        <source>Name the profile.</source>
        <translation>プロファイルを指定してください。</translation>
    </message>
    <message>
        <source>All parts go into the keychain. The file only names them.</source>
        <translation>すべてキーチェーンに保存されます。ファイルには名前だけが書かれます。</translation>
    </message>
    <message>
        <source>Read from ~/.aws at each start. Single sign-on and roles work too.</source>
        <translation>起動のたびに ~/.aws から読み込まれます。シングルサインオンとロールも使えます。</translation>
    </message>
    <message>
        <source>Signs with what the AWS tools find here: variables, the default profile, or the role of this machine or container.</source>
        <translation>AWS ツールがここで見つけるもの（変数、既定のプロファイル、このマシンやコンテナーのロール）で署名します。</translation>
    </message>
</context>
<context>
    <name>nexus::DiffView</name>
    <message>
        <source>Lines of nexus.toml that change</source>
        <translation>nexus.toml の変更される行</translation>
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
        <translation>ストリームのイベント</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), longest pause %1</source>
        <translation>
            <numerusform>イベント %n 件、最長の間隔 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; later ones are not kept</source>
        <translation>%1（以降は保存されません）</translation>
    </message>
    <message>
        <source>Event %1 after %2: %3</source>
        <translation>イベント %1（%2 後）: %3</translation>
    </message>
</context>
<context>
    <name>nexus::FigureTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>nexus::FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Filter, such as status:5xx model:claude -client:ci cost:&gt;0.01</source>
        <translation>フィルター (例: status:5xx model:claude -client:ci cost:&gt;0.01)</translation>
    </message>
</context>
<context>
    <name>nexus::FindBar</name>
    <message>
        <source>Find in the file</source>
        <translation>ファイル内を検索</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>検索を閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 件一致</numerusform>
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
        <translation>直近 24 時間の最初のトークン: 半数は %1、ほぼすべて %2 未満</translation>
    </message>
</context>
<context>
    <name>nexus::HistoryDesk</name>
    <message>
        <source>There is no configuration yet.</source>
        <translation>設定ファイルはまだありません。</translation>
    </message>
</context>
<context>
    <name>nexus::HostProblem</name>
    <message>
        <source>%1 is taken by %2 (process %3).</source>
        <translation>%1 は %2（プロセス %3）が使用しています。</translation>
    </message>
    <message>
        <source>%1 is taken by another program.</source>
        <translation>%1 は別のプログラムが使用しています。</translation>
    </message>
    <message>
        <source>End that program and try again, or start Nexus with another address.</source>
        <translation>そのプログラムを終了して再試行するか、別のアドレスで Nexus を起動してください。</translation>
    </message>
    <message>
        <source>End that program and try again, or choose another listen address in Settings.</source>
        <translation>そのプログラムを終了して再試行するか、設定で別の待ち受けアドレスを選んでください。</translation>
    </message>
    <message>
        <source>The old address stays until you choose another listen address in Settings.</source>
        <translation>設定で別の待ち受けアドレスを選ぶまで、以前のアドレスのままです。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 は空いています。</translation>
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
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>nexus::KeyEntry</name>
    <message>
        <source>Get a key</source>
        <translation>キーを取得</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>キーの保存場所</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>キーチェーンに保存</translation>
    </message>
    <message>
        <source>In a variable</source>
        <translation>変数に保存</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>キーを貼り付け</translation>
    </message>
    <message>
        <source>Name of the environment variable</source>
        <translation>環境変数の名前</translation>
    </message>
    <message>
        <source>Paste the key, if it needs one</source>
        <translation>必要な場合はキーを貼り付け</translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation>先にキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>Give the name of the variable: letters, digits and &apos;_&apos;.</source>
        <translation>変数の名前を英数字と &apos;_&apos; で入力してください。</translation>
    </message>
    <message>
        <source>%1 is not set where Nexus was started. Set it there, and start Nexus again.</source>
        <translation>Nexus を起動した環境で %1 が設定されていません。設定してから、Nexus を再起動してください。</translation>
    </message>
    <message>
        <source>%1 is set. The file names it and never holds the key.</source>
        <translation>%1 は設定されています。ファイルにはその名前だけが書かれ、キーは保存されません。</translation>
    </message>
    <message>
        <source>The file never holds the key. Later only its last four characters are shown.</source>
        <translation>ファイルにキーは保存されません。以後は末尾の 4 文字だけが表示されます。</translation>
    </message>
</context>
<context>
    <name>nexus::KeyList</name>
    <message>
        <source>Add another key</source>
        <translation>別のキーを追加</translation>
    </message>
    <message>
        <source>Several keys are used in turn, and one that is refused rests for a while.</source>
        <translation>複数のキーは順に使われ、拒否されたキーはしばらく休みます。</translation>
    </message>
    <message>
        <source>Key %1</source>
        <extracomment>%1 is its place in the list</extracomment>
        <translation>キー %1</translation>
    </message>
    <message>
        <source>Empty, and passed over.</source>
        <translation>空のため飛ばされます。</translation>
    </message>
    <message>
        <source>%1: it is deleted from the keychain, as %2, and %3 goes on with the others.</source>
        <translation>%1: キーチェーンの %2 が削除され、%3 は残りのキーを使い続けます。</translation>
    </message>
    <message>
        <source>%1: it is taken out of the file, and %2 goes on with the others.</source>
        <translation>%1: ファイルから取り除かれ、%2 は残りのキーを使い続けます。</translation>
    </message>
    <message>
        <source>%1: it was kept for this session only, as %2, and is forgotten. %3 goes on with the others.</source>
        <translation>%1: このセッションの間だけ %2 として保持されていたため、破棄されます。%3 はほかのキーで続けます。</translation>
    </message>
    <message>
        <source>Test all keys</source>
        <translation>すべてのキーをテスト</translation>
    </message>
    <message>
        <source>Asks for the list of models with each key, which costs nothing.</source>
        <translation>各キーでモデルの一覧を問い合わせます。コストはかかりません。</translation>
    </message>
    <message>
        <source>It cannot be told which of these keys Nexus has. Unlock the keychain and test again.</source>
        <translation>Nexus がどのキーを持っているか判別できません。キーチェーンのロックを解除して、もう一度テストしてください。</translation>
    </message>
</context>
<context>
    <name>nexus::KeyRow</name>
    <message>
        <source>Replace this key: %1</source>
        <translation>このキーを置き換え: %1</translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>プロバイダーに拒否されました。あと %n 分間休みます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused by the provider. It rests for %n more second(s).</source>
        <translation>
            <numerusform>プロバイダーに拒否されました。あと %n 秒間休みます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more minute(s).</source>
        <translation>
            <numerusform>割り当てを使い切りました。あと %n 分間休みます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has used up its share. It rests for %n more second(s).</source>
        <translation>
            <numerusform>割り当てを使い切りました。あと %n 秒間休みます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this key: %1</source>
        <translation>このキーを削除: %1</translation>
    </message>
    <message>
        <source>The keychain does not have it, so that it is passed over. Replace it to enter it again.</source>
        <translation>キーチェーンにないため、飛ばされます。置き換えて入力し直してください。</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>試しています…</translation>
    </message>
</context>
<context>
    <name>nexus::KeySavePanel</name>
    <message>
        <source>There is no keychain on this machine. Use an environment variable, or keep the key for this session only: then it is gone when Nexus ends, and has to be entered again.</source>
        <translation>このマシンにはキーチェーンがありません。環境変数を使うか、このセッションの間だけキーを保持してください。後者の場合、キーは Nexus の終了時に失われ、再入力が必要になります。</translation>
    </message>
    <message>
        <source>The keychain does not answer. Unlock it where it asks you to, and try again.</source>
        <translation>キーチェーンが応答しません。ロック解除を求められたら解除して、もう一度試してください。</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>キーチェーンがロックされています。ロックを解除して、もう一度試してください。</translation>
    </message>
    <message>
        <source>The keychain could not keep the key. See whether its service runs, and try again.</source>
        <translation>キーチェーンにキーを保存できませんでした。サービスが動作しているか確認して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Use an environment variable</source>
        <translation>環境変数を使う</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>このセッションの間だけ保持</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Waiting for the keychain. It may ask you to unlock it.</source>
        <translation>キーチェーンを待っています。ロック解除を求められることがあります。</translation>
    </message>
    <message>
        <source>It failed at %1, so that nothing was kept.</source>
        <translation>%1 で失敗したため、何も保存されていません。</translation>
    </message>
    <message>
        <source>Waiting for the keychain. Look for its window: it may ask for a password.</source>
        <translation>キーチェーンを待っています。パスワードを求めるウィンドウが開いていないか確認してください。</translation>
    </message>
</context>
<context>
    <name>nexus::KeySection</name>
    <message>
        <source>Move to the keychain</source>
        <translation>キーチェーンに移動</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>キーを保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The key is deleted from the keychain, and %1 cannot be asked any more.</source>
        <translation>キーがキーチェーンから削除され、%1 に問い合わせできなくなります。</translation>
    </message>
    <message>
        <source>The line of the key is taken out of the file, and %1 cannot be asked any more.</source>
        <translation>キーの行がファイルから削除され、%1 に問い合わせできなくなります。</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>キーを削除</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Key ends in …%1</source>
        <translation>キーの末尾: …%1</translation>
    </message>
    <message>
        <source>It is asked without a key.</source>
        <translation>キーなしで問い合わせます。</translation>
    </message>
    <message>
        <source>Kept for this session only, as %1. It is gone when Nexus ends.</source>
        <translation>このセッションの間だけ %1 として保持されています。Nexus の終了時に失われます。</translation>
    </message>
    <message>
        <source>Kept in the keychain, as %1.</source>
        <translation>キーチェーンに %1 として保存されています。</translation>
    </message>
    <message>
        <source>Read from the environment variable %1.</source>
        <translation>環境変数 %1 から読み込まれます。</translation>
    </message>
    <message>
        <source>Stands in nexus.toml, where everybody who reads the file can see it.</source>
        <translation>nexus.toml に書かれているため、ファイルを読める人なら誰でも見られます。</translation>
    </message>
    <message>
        <source>Signed with AWS credentials</source>
        <translation>AWS 認証情報で署名</translation>
    </message>
    <message>
        <source>Taken from the AWS profile %1.</source>
        <translation>AWS プロファイル %1 から取得されます。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換え</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>キーを追加</translation>
    </message>
    <message>
        <source>It signs with what the AWS tools of this machine use.</source>
        <translation>このマシンの AWS ツールが使うもので署名します。</translation>
    </message>
    <message>
        <source>Looked for in the keychain, as %1.</source>
        <translation>キーチェーンで %1 として探しています。</translation>
    </message>
    <message>
        <source>Its lines are taken out of the file. %1 then signs with what the AWS tools of this machine use.</source>
        <translation>該当する行がファイルから取り除かれます。以後 %1 はこのマシンの AWS ツールが使うもので署名します。</translation>
    </message>
    <message>
        <source>Deleted from the keychain: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>キーチェーンから削除: %1。以後 %2 はこのマシンの AWS ツールが使うもので署名します。</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s), used in turn</source>
        <translation>
            <numerusform>%n 個のキーを順に使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Each request takes the next one. One that is refused rests for a while.</source>
        <translation>リクエストごとに次のキーを使います。拒否されたキーはしばらく休みます。</translation>
    </message>
    <message>
        <source>Forgotten, as they were kept for this session only: %1. %2 then signs with what the AWS tools of this machine use.</source>
        <translation>このセッションの間だけ保持されていたため破棄されます: %1。以後 %2 は、このマシンの AWS ツールが使う資格情報で署名します。</translation>
    </message>
    <message>
        <source>The key was kept for this session only. It is forgotten, and %1 cannot be asked any more.</source>
        <translation>キーはこのセッションの間だけ保持されていました。キーは破棄され、%1 には問い合わせできなくなります。</translation>
    </message>
</context>
<context>
    <name>nexus::KeySource</name>
    <message>
        <source>This key is no longer in nexus.toml. Choose Cancel, and add the new one as another key.</source>
        <translation>このキーはもう nexus.toml にありません。「キャンセル」を選び、新しいキーを別のキーとして追加してください。</translation>
    </message>
</context>
<context>
    <name>nexus::KeyStep</name>
    <message>
        <source>Whose models do you want to use? The key goes into the keychain of this machine and nowhere else.</source>
        <translation>どのプロバイダーのモデルを使いますか? キーはこのマシンのキーチェーンにのみ保存されます。</translation>
    </message>
    <message>
        <source>Use the demo model, without a key</source>
        <translation>キーなしでデモモデルを使う</translation>
    </message>
</context>
<context>
    <name>nexus::LiveLogPage</name>
    <message>
        <source>Live log</source>
        <translation>ライブログ</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Write requests to a file</source>
        <translation>リクエストをファイルに書き込む</translation>
    </message>
    <message>
        <source>The whole history…</source>
        <translation>履歴全体…</translation>
    </message>
    <message>
        <source>Everything that fits the filter…</source>
        <translation>フィルターに一致するすべて…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected request(s)…</source>
        <translation>
            <numerusform>選択した %n 件のリクエスト…</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>reading the history…</source>
        <translation>履歴を読み込み中…</translation>
    </message>
    <message numerus="yes">
        <source>%n running · %1</source>
        <translation>
            <numerusform>実行中 %n 件 · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>following · %1</source>
        <translation>追従中 · %1</translation>
    </message>
    <message>
        <source>following below · %1</source>
        <translation>下で追従中 · %1</translation>
    </message>
    <message>
        <source>Older requests cannot be read: %1</source>
        <translation>以前のリクエストを読み込めません: %1</translation>
    </message>
    <message>
        <source>No request fits this filter.</source>
        <translation>このフィルターに一致するリクエストはありません。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターをクリア</translation>
    </message>
    <message>
        <source>No request has come yet. Point an application at %1 and watch it here.</source>
        <translation>リクエストはまだありません。アプリの接続先を %1 にすると、ここに表示されます。</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Requests show here as they come.</source>
        <translation>Nexus は現在稼働していません。リクエストは届いた時点でここに表示されます。</translation>
    </message>
    <message>
        <source>The address was copied.</source>
        <translation>アドレスをコピーしました。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>一覧に追従</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>一覧を固定</translation>
    </message>
    <message>
        <source>Show new requests as they come again (Space, while the rows have the focus)</source>
        <translation>新しいリクエストの表示を再開 (行にフォーカスがあるときに Space)</translation>
    </message>
    <message>
        <source>Keep the rows still while requests go on (Space, while the rows have the focus)</source>
        <translation>リクエストは続けたまま行の更新を止める (行にフォーカスがあるときに Space)</translation>
    </message>
    <message>
        <source>held · %1</source>
        <translation>固定中 · %1</translation>
    </message>
</context>
<context>
    <name>nexus::LogExporter</name>
    <message>
        <source>Export requests</source>
        <translation>リクエストをエクスポート</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>HTTP アーカイブ (*.har)</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were written to %1.</source>
        <translation>
            <numerusform>%n 件のリクエストを %1 に書き込みました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::MainWindow</name>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>稼働中</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>%1 で稼働中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Paused on %1; requests are refused with 503</source>
        <translation>%1 で一時停止中。リクエストは 503 で拒否されます</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Running requests may end, then Nexus stops</source>
        <translation>実行中のリクエストの終了後、Nexus は停止します</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>停止中</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>実行中 %n 件</numerusform>
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
        <translation>モデル</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>すべてのモデルを表示</translation>
    </message>
</context>
<context>
    <name>nexus::ModelListModel</name>
    <message>
        <source>US dollars for a million tokens.</source>
        <translation>100 万トークンあたりの米ドル。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>Max. output</source>
        <translation>最大出力</translation>
    </message>
    <message>
        <source>In / 1M</source>
        <translation>入力 / 1M</translation>
    </message>
    <message>
        <source>Out / 1M</source>
        <translation>出力 / 1M</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It reads %1 tokens.</source>
        <translation>%1 トークンを読み込めます。</translation>
    </message>
    <message>
        <source>Nobody says how much it reads.</source>
        <translation>読み込める量は公表されていません。</translation>
    </message>
    <message>
        <source>It writes up to %1 tokens.</source>
        <translation>最大 %1 トークンを出力します。</translation>
    </message>
    <message>
        <source>Nobody says how much it writes.</source>
        <translation>出力できる量は公表されていません。</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Its provider says: %1.</source>
        <translation>プロバイダーの情報: %1。</translation>
    </message>
    <message>
        <source>The table of prices says: %1.</source>
        <translation>価格表の情報: %1。</translation>
    </message>
    <message>
        <source>Nobody says what it can do besides text.</source>
        <translation>テキスト以外の機能は不明です。</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>キャッシュ入力</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>At prices of their own: %1.</source>
        <translation>別価格: %1。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>判明分なし</translation>
    </message>
    <message>
        <source>%1 yes</source>
        <translation>%1: あり</translation>
    </message>
    <message>
        <source>%1 no</source>
        <translation>%1: なし</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1: 不明</translation>
    </message>
    <message>
        <source>Its price is not known. F2 sets it.</source>
        <translation>料金は不明です。F2 で設定できます。</translation>
    </message>
</context>
<context>
    <name>nexus::ModelPicker</name>
    <message>
        <source>Send again to</source>
        <translation>再送信先</translation>
    </message>
    <message>
        <source>Search for a model</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsPage</name>
    <message>
        <source>Models and aliases</source>
        <translation>モデルとエイリアス</translation>
    </message>
    <message>
        <source>Add alias</source>
        <translation>エイリアスを追加</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>すべてのプロバイダーにモデルを問い合わせる</translation>
    </message>
    <message>
        <source>The alias %1 was saved.</source>
        <translation>エイリアス %1 を保存しました。</translation>
    </message>
    <message>
        <source>The alias %1 was removed.</source>
        <translation>エイリアス %1 を削除しました。</translation>
    </message>
    <message>
        <source>There is an alias that is not saved. Save it or cancel it first.</source>
        <translation>保存されていないエイリアスがあります。先に保存またはキャンセルしてください。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The price of %1 was saved.</source>
        <translation>%1 の料金を保存しました。</translation>
    </message>
    <message>
        <source>The price of %1 was taken out of the file.</source>
        <translation>%1 の料金をファイルから削除しました。</translation>
    </message>
    <message>
        <source>There is a price that is not saved. Save it or cancel it first.</source>
        <translation>保存されていない料金があります。先に保存またはキャンセルしてください。</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Ask for its models again</source>
        <translation>モデルを再度問い合わせる</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>モデルをフィルター</translation>
    </message>
    <message>
        <source>Models of this provider</source>
        <translation>このプロバイダーのモデル</translation>
    </message>
    <message>
        <source>Double-click a model to try it in the playground.</source>
        <translation>モデルをダブルクリックすると、プレイグラウンドで試せます。</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>モデルを問い合わせ中…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>モデル %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>No model has this in its name.</source>
        <translation>名前が一致するモデルはありません。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Take the chosen model out of the file</source>
        <translation>選択したモデルをファイルから削除</translation>
    </message>
    <message>
        <source>Name of a model to add</source>
        <translation>追加するモデルの名前</translation>
    </message>
    <message>
        <source>Name it in nexus.toml, for what the provider does not list.</source>
        <translation>プロバイダーの一覧にないものを nexus.toml に記載します。</translation>
    </message>
    <message>
        <source>It has named no models yet. Type the name of one, or ask again.</source>
        <translation>まだモデルの一覧がありません。モデル名を入力するか、もう一度問い合わせてください。</translation>
    </message>
    <message>
        <source>Name of a deployment</source>
        <translation>デプロイ名</translation>
    </message>
    <message>
        <source>Name of a model it does not list</source>
        <translation>一覧にないモデルの名前</translation>
    </message>
</context>
<context>
    <name>nexus::ModelsTable</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>モデルをフィルター</translation>
    </message>
    <message>
        <source>Copies what clients ask for, provider and model.</source>
        <translation>クライアントが指定する名前 (プロバイダーとモデル) をコピーします。</translation>
    </message>
    <message>
        <source>Opens the chosen model in the playground.</source>
        <translation>選択したモデルをプレイグラウンドで開きます。</translation>
    </message>
    <message>
        <source>Models of all providers</source>
        <translation>すべてのプロバイダーのモデル</translation>
    </message>
    <message>
        <source>Try in the playground</source>
        <translation>プレイグラウンドで試す</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>モデル %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n model(s)</source>
        <translation>
            <numerusform>モデル %n 個中 %1 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターをクリア</translation>
    </message>
    <message>
        <source>The providers have named no models yet. Ask them again, or name models in the file.</source>
        <translation>プロバイダーからモデルの一覧がまだ届いていません。再度問い合わせるか、ファイルでモデルを指定してください。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再度問い合わせる</translation>
    </message>
    <message>
        <source>Models come from providers. Add one to see what it has.</source>
        <translation>モデルはプロバイダーが提供します。プロバイダーを追加するとモデルが表示されます。</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>プロバイダーを追加</translation>
    </message>
    <message>
        <source>Filter by provider, model or ability</source>
        <translation>プロバイダー、モデル、機能で絞り込む</translation>
    </message>
    <message>
        <source>Set the price of the chosen model (F2)</source>
        <translation>選択したモデルの料金を設定 (F2)</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>料金を設定…</translation>
    </message>
    <message>
        <source>No model has these words in its name or abilities.</source>
        <translation>名前または機能にこれらの語を含むモデルはありません。</translation>
    </message>
</context>
<context>
    <name>nexus::OptionRow</name>
    <message>
        <source>Reset to default</source>
        <translation>既定値に戻す</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsPanel</name>
    <message>
        <source>Show answers as Markdown</source>
        <translation>応答を Markdown で表示</translation>
    </message>
    <message>
        <source>How the model should behave</source>
        <translation>モデルの振る舞いの指示</translation>
    </message>
    <message>
        <source>It is kept while this page is open and nowhere else.</source>
        <translation>このページを開いている間だけ保持され、ほかには保存されません。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>システムプロンプト</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>応答の最大トークン数</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Tools, as a JSON list</source>
        <translation>ツール (JSON のリスト)</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer トークン</translation>
    </message>
</context>
<context>
    <name>nexus::OptionsView</name>
    <message>
        <source>Groups of settings</source>
        <translation>設定のグループ</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Takes effect when Nexus is started again.</source>
        <translation>Nexus の再起動後に有効になります。</translation>
    </message>
    <message>
        <source>Nexus was started with %1. This takes effect at the next start without it.</source>
        <translation>Nexus は %1 を指定して起動されました。この設定は、次にその指定なしで起動したときに有効になります。</translation>
    </message>
    <message>
        <source>No setting fits “%1”.</source>
        <translation>「%1」に一致する設定はありません。</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>すべての設定を表示</translation>
    </message>
    <message>
        <source>Default: not set</source>
        <translation>既定値: 未設定</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>既定値: %1</translation>
    </message>
    <message>
        <source>Default: on</source>
        <translation>既定値: オン</translation>
    </message>
    <message>
        <source>Default: off</source>
        <translation>既定値: オフ</translation>
    </message>
</context>
<context>
    <name>nexus::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>アプリを接続</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>今日のリクエスト</translation>
    </message>
    <message>
        <source>First token, p50</source>
        <translation>最初のトークン、p50</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>今日のトークン</translation>
    </message>
    <message>
        <source>Cost today</source>
        <translation>今日のコスト</translation>
    </message>
    <message>
        <source>Range of the chart</source>
        <translation>グラフの範囲</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>過去 1 時間</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>過去 24 時間</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去 30 日間</translation>
    </message>
    <message>
        <source>nothing yesterday until now</source>
        <translation>昨日の同時刻まではなし</translation>
    </message>
    <message>
        <source>%1 more than yesterday</source>
        <translation>昨日より %1 多い</translation>
    </message>
    <message>
        <source>%1 less than yesterday</source>
        <translation>昨日より %1 少ない</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>nothing today until now</source>
        <translation>今日はまだありません</translation>
    </message>
    <message>
        <source>p95 %1 · %2 slower than yesterday</source>
        <translation>p95 %1 · 昨日より %2 遅い</translation>
    </message>
    <message>
        <source>p95 %1 · %2 faster than yesterday</source>
        <translation>p95 %1 · 昨日より %2 速い</translation>
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
        <translation>入力</translation>
    </message>
    <message>
        <source>output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>最初のトークンまでの時間</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
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
        <translation>変更される行</translation>
    </message>
    <message>
        <source>Save the changes (%1)</source>
        <translation>変更を保存 (%1)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>未保存の変更 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::PlaygroundPage</name>
    <message>
        <source>Save this prompt…</source>
        <translation>このプロンプトを保存…</translation>
    </message>
    <message>
        <source>Save this prompt</source>
        <translation>このプロンプトを保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>“%1” has taken the place of what was here.</source>
        <translation>ここの内容を「%1」に置き換えました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The prompt is saved as “%1”.</source>
        <translation>プロンプトを「%1」として保存しました。</translation>
    </message>
    <message>
        <source>The prompt “%1” is deleted.</source>
        <translation>プロンプト「%1」を削除しました。</translation>
    </message>
    <message>
        <source>Choose a model first; the alias will stand for it.</source>
        <translation>先にモデルを選んでください。エイリアスはそのモデルを指すようになります。</translation>
    </message>
    <message>
        <source>Keep %1 with these settings as an alias</source>
        <translation>%1 をこの設定でエイリアスとして保存</translation>
    </message>
    <message>
        <source>Clients can ask for “%1” now.</source>
        <translation>クライアントは「%1」を指定できるようになりました。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>プレイグラウンド</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>Settings of the chat</source>
        <translation>チャットの設定</translation>
    </message>
    <message>
        <source>Saved prompts</source>
        <translation>保存したプロンプト</translation>
    </message>
    <message>
        <source>Ask another model the same, up to four</source>
        <translation>別のモデルにも同じ質問をする (最大 4 つ)</translation>
    </message>
    <message>
        <source>There is a prompt of this name. Saving replaces it.</source>
        <translation>この名前のプロンプトはすでにあります。保存すると置き換えられます。</translation>
    </message>
    <message>
        <source>The gateway is paused, so that no model is asked.</source>
        <translation>ゲートウェイが一時停止中のため、モデルに問い合わせできません。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>The gateway is ending, so that nothing more can be sent.</source>
        <translation>ゲートウェイが停止処理中のため、これ以上送信できません。</translation>
    </message>
    <message>
        <source>The gateway is not running, so that nothing can be sent.</source>
        <translation>ゲートウェイが動作していないため、送信できません。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>The gateway takes no chats of OpenAI&apos;s kind, which the playground sends.</source>
        <translation>プレイグラウンドが送信する OpenAI 形式のチャットを、ゲートウェイが受け付けていません。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>There is no provider to ask yet.</source>
        <translation>問い合わせるプロバイダーがまだありません。</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>プロバイダーを追加</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
</context>
<context>
    <name>nexus::PlaygroundPrompts</name>
    <message>
        <source>The prompts cannot be written to %1: %2</source>
        <translation>プロンプトを %1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>What is there now cannot be read.</source>
        <translation>現在の内容を読み込めません。</translation>
    </message>
    <message>
        <source>The images take %1, and %2 can be kept with a prompt. Remove one, or make them smaller.</source>
        <translation>画像は合計 %1 ですが、プロンプトと一緒に保存できるのは %2 までです。画像を減らすか、小さくしてください。</translation>
    </message>
    <message>
        <source>All saved prompts together can keep %1 of images. Delete one that has some first.</source>
        <translation>保存したプロンプト全体で保持できる画像は %1 までです。先に画像付きのプロンプトを削除してください。</translation>
    </message>
</context>
<context>
    <name>nexus::PresetTiles</name>
    <message>
        <source>Hosted services</source>
        <translation>ホスト型サービス</translation>
    </message>
    <message>
        <source>On this machine or your network</source>
        <translation>このマシンまたは自分のネットワーク上</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 を追加</translation>
    </message>
</context>
<context>
    <name>nexus::PriceEntry</name>
    <message>
        <source>The provider %1 is not in the file any more. Add it again first.</source>
        <translation>プロバイダー %1 はファイルにもうありません。先に追加し直してください。</translation>
    </message>
</context>
<context>
    <name>nexus::PriceForm</name>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>キャッシュ読み取り</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>キャッシュ書き込み</translation>
    </message>
    <message>
        <source>Use the built-in price</source>
        <translation>組み込みの料金を使う</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Lines that change in nexus.toml</source>
        <translation>nexus.toml で変更される行</translation>
    </message>
    <message>
        <source>Empties the fields, so that nexus.toml says nothing of this model&apos;s price.</source>
        <translation>欄を空にして、このモデルの料金を nexus.toml から取り除きます。</translation>
    </message>
    <message>
        <source>Price of %1, US dollars per million tokens</source>
        <translation>%1 の料金、100 万トークンあたりの米ドル</translation>
    </message>
    <message>
        <source>Where a field is empty, this holds: %1.</source>
        <translation>空の欄には次の料金が適用されます: %1。</translation>
    </message>
    <message>
        <source>No table of prices knows this model. A cost needs its input and its output.</source>
        <translation>このモデルはどの価格表にもありません。コストの計算には入力と出力の両方が必要です。</translation>
    </message>
    <message>
        <source>The tables of prices are being read…</source>
        <translation>価格表を読み込んでいます…</translation>
    </message>
    <message>
        <source>Remove the price</source>
        <translation>料金を削除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>%1: write dollars as a number from 0 to 1000000 such as 2.50, or leave it empty.</source>
        <translation>%1: ドルを 0 から 1000000 までの数値 (例: 2.50) で入力するか、空にしてください。</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeLine</name>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Asks for the list of models, which costs nothing.</source>
        <translation>モデルの一覧を問い合わせます。コストはかかりません。</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>モデルを問い合わせ中…</translation>
    </message>
</context>
<context>
    <name>nexus::ProbeWords</name>
    <message>
        <source>It works: the key was accepted, in %1.</source>
        <translation>動作しています。キーは受け入れられました (%1)。</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s).</source>
        <translation>
            <numerusform>動作しています。モデル %n 個。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), in %1.</source>
        <translation>
            <numerusform>動作しています。モデル %n 個 (%1)。</numerusform>
        </translation>
    </message>
    <message>
        <source>The key may not list models (%1). Check its permissions, and that it belongs to this organisation.</source>
        <translation>このキーではモデルの一覧を取得できません (%1)。権限と、この組織のキーであることを確認してください。</translation>
    </message>
    <message>
        <source>The key was refused (%1). Check that it is whole and belongs to this organisation.</source>
        <translation>キーが拒否されました (%1)。キーが欠けていないか、この組織のキーかを確認してください。</translation>
    </message>
    <message>
        <source>%1 answers, but has no list of models at this address (404). Check the path; it often ends in /v1.</source>
        <translation>%1 は応答しますが、このアドレスにモデルの一覧がありません (404)。パスを確認してください。多くの場合 /v1 で終わります。</translation>
    </message>
    <message>
        <source>%1 sends to another address (%2). Enter the address of the API itself.</source>
        <translation>%1 は別のアドレスに転送しています (%2)。API 自体のアドレスを入力してください。</translation>
    </message>
    <message>
        <source>%1 refused to list its models (%2). Check the address and the type of the provider.</source>
        <translation>%1 がモデルの一覧を拒否しました (%2)。アドレスとプロバイダーの種類を確認してください。</translation>
    </message>
    <message>
        <source>Something else answers at %1, perhaps a web page. Check the address; it often ends in /v1.</source>
        <translation>%1 では別のもの (Web ページなど) が応答しています。アドレスを確認してください。多くの場合 /v1 で終わります。</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check that the server runs, and its port.</source>
        <translation>%1 で待ち受けているものがありません。サーバーが動作しているか、ポートが正しいか確認してください。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network, the proxy and the address.</source>
        <translation>%1 に到達できません。ネットワーク、プロキシ、アドレスを確認してください。</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate is not trusted, or it speaks no TLS. A certificate of your own belongs under tls.ca_certificate; a server without TLS is http://.</source>
        <translation>%1 に安全に接続できません。証明書が信頼されていないか、TLS に対応していません。独自の証明書は tls.ca_certificate に指定します。TLS なしのサーバーには http:// を使います。</translation>
    </message>
    <message>
        <source>It answers, but lists no models. Load or install one there first, or name one in the file.</source>
        <translation>応答はありますが、モデルの一覧が空です。先にそこでモデルを読み込むかインストールするか、ファイルでモデルを指定してください。</translation>
    </message>
    <message>
        <source>It needs a key. Paste one and test again.</source>
        <translation>キーが必要です。キーを貼り付けて、もう一度テストしてください。</translation>
    </message>
    <message>
        <source>%1 was not found. Check your network and the spelling of the address.</source>
        <translation>%1 が見つかりません。ネットワークとアドレスの綴りを確認してください。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check your network, the proxy and the address.</source>
        <translation>%1 が時間内に応答しませんでした。ネットワーク、プロキシ、アドレスを確認してください。</translation>
    </message>
    <message>
        <source>The key is accepted, but has used up its share or its credit (%1). Check the plan and the billing there.</source>
        <translation>キーは受け入れられましたが、割り当てまたはクレジットを使い切っています (%1)。プロバイダー側のプランと請求を確認してください。</translation>
    </message>
    <message>
        <source>%1 answers with a failure of its own (%2). Try again in a while.</source>
        <translation>%1 側でエラーが発生しています (%2)。しばらくしてからもう一度試してください。</translation>
    </message>
</context>
<context>
    <name>nexus::ProblemList</name>
    <message>
        <source>Last problems</source>
        <translation>最近の問題</translation>
    </message>
    <message>
        <source>None since Nexus was started.</source>
        <translation>Nexus の起動後はありません。</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Open the provider</source>
        <translation>プロバイダーを開く</translation>
    </message>
    <message>
        <source>Open the budgets</source>
        <translation>予算を開く</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show the request of %1</source>
        <translation>%1 のリクエストを表示</translation>
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
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Ask all models the same. Ctrl+Enter sends; images can be pasted or dropped here.</source>
        <translation>すべてのモデルに同じ質問をします。Ctrl+Enter で送信します。画像は貼り付けまたはドロップできます。</translation>
    </message>
    <message>
        <source>Send to all models (Ctrl+Enter)</source>
        <translation>すべてのモデルに送信 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop all answers (Esc)</source>
        <translation>すべての応答を停止 (Esc)</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.gif *.webp)</translation>
    </message>
    <message>
        <source>%1 cannot be read. Choose another file.</source>
        <translation>%1 を読み込めません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1 is larger than %2. Choose a smaller image.</source>
        <translation>%1 は %2 を超えています。もっと小さい画像を選んでください。</translation>
    </message>
    <message>
        <source>The clipboard holds no image that can be sent.</source>
        <translation>クリップボードに送信できる画像がありません。</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>%1 is no image that models take. Choose a PNG, JPEG, GIF or WebP file.</source>
        <translation>%1 はモデルが対応する画像ではありません。PNG、JPEG、GIF、WebP のいずれかのファイルを選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>A message holds %n image(s) at most.</source>
        <translation>
            <numerusform>1 つのメッセージに入れられる画像は最大 %n 枚です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>%1. Click to remove it.</source>
        <translation>%1。クリックで削除します。</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>画像 %1</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDetail</name>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>このプロバイダーのリクエストを表示</translation>
    </message>
    <message>
        <source>First token: %1</source>
        <translation>最初のトークン: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how long ago, and the error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is taken out of nexus.toml.</source>
        <translation>%1 は nexus.toml から削除されます。</translation>
    </message>
    <message numerus="yes">
        <source>Lost with it: %n alias(es): %1.</source>
        <translation>
            <numerusform>同時に失われるエイリアス %n 個: %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es) lose a target: %1.</source>
        <translation>
            <numerusform>ターゲットを失うエイリアス %n 個: %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) go too: %1.</source>
        <translation>
            <numerusform>同時に削除される予算 %n 件: %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>A key in the keychain stays there.</source>
        <translation>キーチェーンのキーはそのまま残ります。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>No request in the last day.</source>
        <translation>この 1 日のリクエストはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last day, none with a first token.</source>
        <translation>
            <numerusform>この 1 日のリクエスト %n 件、最初のトークンなし。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First token: %1 median, %2 p95, of %n request(s) in the last day.</source>
        <translation>
            <numerusform>最初のトークン: 中央値 %1、p95 %2（この 1 日のリクエスト %n 件）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::ProviderDraft</name>
    <message>
        <source>Give the provider a name.</source>
        <translation>プロバイダーに名前を付けてください。</translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos; in the name, and no spaces.</source>
        <translation>名前には英数字、&apos;-&apos;、&apos;_&apos;、&apos;.&apos; を 64 文字まで使えます。空白は使えません。</translation>
    </message>
    <message>
        <source>There is a provider of this name already. Choose another one.</source>
        <translation>この名前のプロバイダーはすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The address has to begin with http:// or https://, without user name, &apos;?&apos; and &apos;#&apos;.</source>
        <translation>アドレスは http:// または https:// で始め、ユーザー名、&apos;?&apos;、&apos;#&apos; を含めないでください。</translation>
    </message>
    <message>
        <source>A region is written in small letters, digits and hyphens, such as us-east-1.</source>
        <translation>リージョンは us-east-1 のように、英小文字、数字、ハイフンで書いてください。</translation>
    </message>
    <message>
        <source>The name is too long for the keychain, which adds to it for each part of an access key. Use up to 46 characters.</source>
        <translation>名前が長すぎます。キーチェーンではアクセスキーの各部分ごとに名前が付け足されます。46 文字以内にしてください。</translation>
    </message>
    <message>
        <source>The API version is written in letters, digits and hyphens, such as 2024-10-21. Leave the field empty for the usual one.</source>
        <translation>API バージョンは 2024-10-21 のように、英数字とハイフンで書いてください。空欄にすると通常のバージョンになります。</translation>
    </message>
    <message>
        <source>The pattern of offered models is no regular expression: %1, at character %2. Correct it, or leave the field empty to offer all.</source>
        <translation>提供するモデルのパターンが正規表現ではありません: %1 (%2 文字目)。修正するか、空欄にしてすべてを提供してください。</translation>
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
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Name, the first part of its models&apos; names</source>
        <translation>名前 (モデル名の先頭部分)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API バージョン</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 を追加</translation>
    </message>
    <message>
        <source>These lines will change in %1</source>
        <translation>%1 で変更される行</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>署名に使うもの</translation>
    </message>
    <message>
        <source>only where it cannot list them</source>
        <translation>一覧を取得できない場合のみ</translation>
    </message>
    <message>
        <source>Deployments, with commas between them</source>
        <translation>デプロイ (カンマ区切り)</translation>
    </message>
    <message>
        <source>Models, with commas between them</source>
        <translation>モデル (カンマ区切り)</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderListModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>モデル %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>name of a provider, its service, its state</comment>
        <translation>%1、%2、%3</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderPresets</name>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>vLLM listens on port 8000 unless told otherwise, as Nexus does. Start it with --port 8001, or give the port it has.</source>
        <translation>vLLM は Nexus と同じく、既定でポート 8000 で待ち受けます。--port 8001 を付けて起動するか、実際のポートを指定してください。</translation>
    </message>
    <message>
        <source>Start the server in LM Studio&apos;s Developer tab first. It needs no key.</source>
        <translation>先に LM Studio の Developer タブでサーバーを起動してください。キーは不要です。</translation>
    </message>
    <message>
        <source>Ollama needs no key.</source>
        <translation>Ollama にキーは不要です。</translation>
    </message>
    <message>
        <source>Start llama-server first. It needs a key only when it was given one.</source>
        <translation>先に llama-server を起動してください。キーを設定した場合にのみ、キーが必要です。</translation>
    </message>
    <message>
        <source>The endpoint and the key stand in the Azure portal under Keys and Endpoint. Models are called by the names of your deployments.</source>
        <translation>エンドポイントとキーは、Azure ポータルの「キーとエンドポイント」にあります。モデルはデプロイの名前で呼び出します。</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s protocol. The address usually ends in /v1.</source>
        <translation>OpenAI のプロトコルに対応する任意のサーバー。アドレスは通常 /v1 で終わります。</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>OpenAI 互換</translation>
    </message>
    <message>
        <source>Built-in demo</source>
        <translation>組み込みデモ</translation>
    </message>
    <message>
        <source>Requests are signed with what you choose below. Without a region that of the environment or of the profile holds.</source>
        <translation>リクエストは下で選んだもので署名されます。リージョンがなければ、環境またはプロファイルのものが使われます。</translation>
    </message>
</context>
<context>
    <name>nexus::ProviderRows</name>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>到達不可</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失敗中</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>休止中</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>再試行中</translation>
    </message>
    <message>
        <source>It answered the last time it was asked.</source>
        <translation>前回の問い合わせに応答しました。</translation>
    </message>
    <message>
        <source>Nothing has been asked of it since Nexus was started. Test it to be sure.</source>
        <translation>Nexus の起動後、まだ問い合わせていません。テストで確認できます。</translation>
    </message>
    <message>
        <source>It needs a key. Add one below.</source>
        <translation>キーが必要です。下で追加してください。</translation>
    </message>
    <message>
        <source>The last request to it failed.</source>
        <translation>最後のリクエストは失敗しました。</translation>
    </message>
    <message>
        <source>It failed too often and gets no requests for %1. Then one of them finds out whether it is back.</source>
        <translation>失敗が多すぎるため、%1 の間リクエストを送りません。その後、1 件のリクエストで復旧を確認します。</translation>
    </message>
    <message>
        <source>It failed too often. The next request finds out whether it is back.</source>
        <translation>失敗が多すぎました。次のリクエストで復旧を確認します。</translation>
    </message>
    <message>
        <source>The keychain does not have its key, or is locked. Unlock it, or add the key below.</source>
        <translation>キーチェーンにキーがないか、ロックされています。ロックを解除するか、下でキーを追加してください。</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>キー拒否</translation>
    </message>
    <message>
        <source>Lists no models</source>
        <translation>モデル一覧なし</translation>
    </message>
</context>
<context>
    <name>nexus::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>プロバイダーを追加</translation>
    </message>
    <message>
        <source>Ask all providers for their models</source>
        <translation>すべてのプロバイダーにモデルを問い合わせる</translation>
    </message>
    <message>
        <source>There is no provider yet. Add one to send requests to its models; until then the built-in demo answers.</source>
        <translation>プロバイダーはまだありません。追加すると、そのモデルにリクエストを送信できます。それまでは組み込みデモが応答します。</translation>
    </message>
    <message>
        <source>There is a change that is not saved. Save it or cancel it first.</source>
        <translation>保存されていない変更があります。先に保存またはキャンセルしてください。</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 を追加しました。</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 を削除しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>nexus::RequestActions</name>
    <message>
        <source>Compare the two answers</source>
        <translation>2 つの応答を比較</translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected request(s)…</source>
        <translation>
            <numerusform>選択した %n 件のリクエストをエクスポート…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copy the request ID</source>
        <translation>リクエスト ID をコピー</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>形式を選んでコピー</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再送信</translation>
    </message>
    <message>
        <source>Send again to</source>
        <translation>再送信先</translation>
    </message>
    <message>
        <source>Open in the playground</source>
        <translation>プレイグラウンドで開く</translation>
    </message>
    <message>
        <source>All requests of this client</source>
        <translation>このクライアントのすべてのリクエスト</translation>
    </message>
    <message>
        <source>Show the provider</source>
        <translation>プロバイダーを表示</translation>
    </message>
    <message>
        <source>The request was copied.</source>
        <translation>リクエストをコピーしました。</translation>
    </message>
    <message>
        <source>Nexus does not serve at the moment. Start it to send requests.</source>
        <translation>Nexus は現在稼働していません。リクエストを送信するには開始してください。</translation>
    </message>
    <message>
        <source>The request had ended already.</source>
        <translation>リクエストはすでに終了していました。</translation>
    </message>
    <message>
        <source>The request could not be sent: %1</source>
        <translation>リクエストを送信できませんでした: %1</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Search all models…</source>
        <translation>すべてのモデルを検索…</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1.</source>
        <translation>リクエストを再送しましたが、ステータス %1 で失敗しました。</translation>
    </message>
    <message>
        <source>The request was sent again and failed with status %1: %2</source>
        <translation>リクエストを再送しましたが、ステータス %1 で失敗しました: %2</translation>
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
        <translation>再送信</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>詳細を閉じる</translation>
    </message>
    <message>
        <source>Detail of the request</source>
        <translation>リクエストの詳細</translation>
    </message>
    <message>
        <source>Parts of the detail</source>
        <translation>詳細の項目</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>変換</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>It was too long to be kept whole.</source>
        <translation>長すぎるため、全体は保存されていません。</translation>
    </message>
    <message>
        <source>Put together from a stream, which is under Raw.</source>
        <translation>ストリームから組み立てたものです。元のデータは「未加工」にあります。</translation>
    </message>
    <message>
        <source>Texts are shown when the request has ended.</source>
        <translation>テキストはリクエストの終了後に表示されます。</translation>
    </message>
    <message>
        <source>Looking into the history…</source>
        <translation>履歴を確認中…</translation>
    </message>
    <message>
        <source>No history is kept, so there are no texts to show.</source>
        <translation>履歴を保存していないため、表示できるテキストがありません。</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>Prompts and answers are not kept, only the figures around them.</source>
        <translation>プロンプトと応答は保存されず、数値だけが記録されます。</translation>
    </message>
    <message>
        <source>Keep bodies from now on</source>
        <translation>今後は本文を保存</translation>
    </message>
    <message>
        <source>Prompts and answers are only kept of requests that failed.</source>
        <translation>プロンプトと応答は、失敗したリクエストについてのみ保存されます。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>The prompt and answer of this request were not kept.</source>
        <translation>このリクエストのプロンプトと応答は保存されていません。</translation>
    </message>
    <message>
        <source>The times of a stream&apos;s events are kept together with bodies.</source>
        <translation>ストリームのイベントの時刻は本文と一緒に保存されます。</translation>
    </message>
</context>
<context>
    <name>nexus::RequestTable</name>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>標準の列に戻す</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新着 %n 件</numerusform>
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
        <translation>ファイル</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2 の %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2, not kept. SHA-256 %3</source>
        <translation>%1、%2、未保存。SHA-256 %3</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are under Request or Answer.</source>
        <translation>
            <numerusform>残りの %n 文字は「リクエスト」または「応答」にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>ツールの結果</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>%1 の結果</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 が失敗</translation>
    </message>
    <message>
        <source>%1, no result yet</source>
        <translation>%1、結果待ち</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引数</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>%1, %2, in memory until Nexus ends</source>
        <translation>%1、%2、Nexus の終了までメモリーに保持</translation>
    </message>
</context>
<context>
    <name>nexus::SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>入力内容を表示</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>入力内容を隠す</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
</context>
<context>
    <name>nexus::SettingEditor</name>
    <message>
        <source>Not set</source>
        <translation>未設定</translation>
    </message>
</context>
<context>
    <name>nexus::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>変更を取り消しました。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存の変更</translation>
    </message>
    <message>
        <source>The changes of the settings are not saved. They are lost when you go on without saving.</source>
        <translation>設定の変更が保存されていません。保存せずに続けると失われます。</translation>
    </message>
    <message>
        <source>Saved. A part of it takes effect when Nexus is started again.</source>
        <translation>保存しました。一部は Nexus の再起動後に有効になります。</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>保存しました。次のリクエストから有効になります。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Show the line</source>
        <translation>行を表示</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Header rules go below this line, for example: %1</source>
        <translation>ヘッダーのルールはこの行の下に書きます。例: %1</translation>
    </message>
    <message>
        <source>%1 is not in the file yet. It goes below this line.</source>
        <translation>%1 はまだファイルにありません。この行の下に書きます。</translation>
    </message>
</context>
<context>
    <name>nexus::Sidebar</name>
    <message>
        <source>Fold the side bar</source>
        <translation>サイドバーを折りたたむ</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Live log</source>
        <translation>ライブログ</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用状況</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>プレイグラウンド</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
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
        <translation>接続方法</translation>
    </message>
    <message>
        <source>Model in the lines</source>
        <translation>行に含めるモデル</translation>
    </message>
    <message>
        <source>Lines to copy</source>
        <translation>コピーする行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>nexus::Snippets</name>
    <message>
        <source>The certificate of the gateway has to be trusted. Where it is your own, say where it is:</source>
        <translation>ゲートウェイの証明書を信頼する必要があります。独自の証明書の場合は、その場所を指定してください:</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境変数</translation>
    </message>
</context>
<context>
    <name>nexus::StateLine</name>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <translation>%1 で稼働中</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Paused on %1</source>
        <translation>%1 で一時停止中</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>ファイルを開く</translation>
    </message>
</context>
<context>
    <name>nexus::StepCard</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>ステップ %1、完了: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>ステップ %1: %2</translation>
    </message>
</context>
<context>
    <name>nexus::TargetChip</name>
    <message>
        <source>Take %1 out</source>
        <translation>%1 を取り除く</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1 の重み</translation>
    </message>
    <message>
        <source>The larger its weight, the more requests it gets.</source>
        <translation>重みが大きいほど、多くのリクエストを受け取ります。</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1 Alt and an arrow key move it, Delete takes it out.</source>
        <translation>%1 Alt+矢印キーで移動し、Delete で取り除きます。</translation>
    </message>
    <message>
        <source>%1 Last test: %2.</source>
        <translation>%1 前回のテスト: %2。</translation>
    </message>
</context>
<context>
    <name>nexus::TargetRow</name>
    <message>
        <source>Another alias.</source>
        <translation>別のエイリアスです。</translation>
    </message>
    <message>
        <source>Nothing is known of its provider yet.</source>
        <translation>プロバイダーの状態はまだ不明です。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2。</translation>
    </message>
</context>
<context>
    <name>nexus::TomlEditor</name>
    <message>
        <source>Text of nexus.toml</source>
        <translation>nexus.toml のテキスト</translation>
    </message>
</context>
<context>
    <name>nexus::TomlView</name>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>検索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>変更を表示</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>保存時の内容に戻す</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Lines that will change</source>
        <translation>変更される行</translation>
    </message>
    <message>
        <source>Save the file (Ctrl+S)</source>
        <translation>ファイルを保存 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Show the saved file again. Undo brings your text back.</source>
        <translation>保存済みのファイルを再表示します。「元に戻す」で自分のテキストに戻せます。</translation>
    </message>
    <message>
        <source>The save was taken back.</source>
        <translation>保存を取り消しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Saved. The gateway goes on with the last good configuration until the mistake is mended.</source>
        <translation>保存しました。誤りが修正されるまで、ゲートウェイは最後の正常な設定で動作を続けます。</translation>
    </message>
    <message>
        <source>Saved. It holds from the next request on.</source>
        <translation>保存しました。次のリクエストから有効になります。</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8 and can only be read here. Save it as UTF-8 with another editor.</source>
        <translation>ファイルが UTF-8 のテキストではないため、ここでは読み取り専用です。別のエディターで UTF-8 として保存してください。</translation>
    </message>
    <message>
        <source>There is no file yet. This is what the gateway found without one; saving writes it to %1.</source>
        <translation>ファイルはまだありません。これはファイルなしでゲートウェイが検出した内容です。保存すると %1 に書き込まれます。</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1 行 %2 列: %3</translation>
    </message>
    <message>
        <source>Both changes are in the text. Look at it and save.</source>
        <translation>両方の変更がテキストに入っています。確認して保存してください。</translation>
    </message>
    <message>
        <source>There is no file yet, and nothing was found to begin it with. What you write here becomes %1.</source>
        <translation>まだファイルがなく、元になる設定も見つかりませんでした。ここに書いた内容が %1 になります。</translation>
    </message>
    <message>
        <source>Create the file</source>
        <translation>ファイルを作成</translation>
    </message>
</context>
<context>
    <name>nexus::TranslationView</name>
    <message>
        <source>From the client: %1</source>
        <translation>クライアントから: %1</translation>
    </message>
    <message>
        <source>Sent to %1: %2</source>
        <translation>%1 に送信: %2</translation>
    </message>
    <message>
        <source>What became of each field</source>
        <translation>各フィールドの処理結果</translation>
    </message>
</context>
<context>
    <name>nexus::Tray</name>
    <message>
        <source>Last errors</source>
        <translation>最近のエラー</translation>
    </message>
    <message>
        <source>Open Nexus</source>
        <translation>Nexus を開く</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Nexus is serving on %1</source>
        <translation>Nexus は %1 で稼働中です</translation>
    </message>
    <message>
        <source>Nexus is paused</source>
        <translation>Nexus は一時停止中です</translation>
    </message>
    <message>
        <source>Nexus does not serve</source>
        <translation>Nexus は停止中です</translation>
    </message>
    <message>
        <source>Nexus is serving its demo model; add a key to use others</source>
        <translation>Nexus はデモモデルで稼働中です。ほかのモデルを使うにはキーを追加してください</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 をコピー</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message numerus="yes">
        <source>Today: %n request(s), %1</source>
        <translation>
            <numerusform>今日: リクエスト %n 件、%1</numerusform>
        </translation>
    </message>
    <message>
        <source>No key for %1</source>
        <comment>names of providers</comment>
        <translation>%1 のキーがありません</translation>
    </message>
</context>
<context>
    <name>nexus::TripWatch</name>
    <message>
        <source>The budget %1 is spent</source>
        <translation>予算 %1 を使い切りました</translation>
    </message>
    <message>
        <source>The budget %1 is nearly spent</source>
        <translation>予算 %1 をほぼ使い切りました</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 fails and is left alone for a while</source>
        <translation>%1 は失敗が続いたため、しばらく休止します</translation>
    </message>
</context>
<context>
    <name>nexus::TryStep</name>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Say hello in three languages.</source>
        <translation>3 つの言語で挨拶してください。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>The answer appears here as it is written.</source>
        <translation>応答は書き込まれるとともにここに表示されます。</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>モデルを問い合わせ中…</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>最初の言葉を待っています…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 answered in %2</source>
        <translation>%1 が %2 で応答しました</translation>
    </message>
    <message>
        <source>First token %1 · total %2 · %3 tokens in, %4 out · %5</source>
        <translation>最初のトークン %1 · 合計時間 %2 · 入力 %3 トークン、出力 %4 トークン · %5</translation>
    </message>
    <message>
        <source>Name of a model</source>
        <translation>モデル名</translation>
    </message>
    <message>
        <source>The echo model answers with what you say. This comes back as it is.</source>
        <translation>echo モデルは送られた言葉をそのまま返します。この文もそのまま返ってきます。</translation>
    </message>
</context>
<context>
    <name>nexus::UsageModel</name>
    <message>
        <source>Requests</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>入力
トークン</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>出力
トークン</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>初回
トークン</translation>
    </message>
    <message>
        <source>Total p50</source>
        <translation>合計 p50</translation>
    </message>
    <message>
        <source>Total p95</source>
        <translation>合計 p95</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
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
            <numerusform>%n 件のリクエストは料金が不明なため、合計に含まれていません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider did not count the tokens of %n request(s); they are estimated.</source>
        <translation>
            <numerusform>%n 件のリクエストではプロバイダーがトークン数を返さなかったため、推定値です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nexus::UsagePage</name>
    <message>
        <source>Usage</source>
        <translation>使用状況</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去 30 日間</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>期間を指定…</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>モデル別</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>プロバイダー別</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>クライアント別</translation>
    </message>
    <message>
        <source>By alias</source>
        <translation>エイリアス別</translation>
    </message>
    <message>
        <source>Height of the bars</source>
        <translation>棒の高さ</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV として保存</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Usage by name</source>
        <translation>名前別の使用状況</translation>
    </message>
    <message>
        <source>Press Enter to see the requests of a row</source>
        <translation>Enter を押すと、その行のリクエストを表示します</translation>
    </message>
    <message>
        <source>The history is off, so nothing is counted.</source>
        <translation>履歴がオフのため、何も集計されていません。</translation>
    </message>
    <message>
        <source>Turn it on in Settings</source>
        <translation>設定でオンにする</translation>
    </message>
    <message>
        <source>There were no requests to a model in this time.</source>
        <translation>この期間にモデルへのリクエストはありませんでした。</translation>
    </message>
    <message>
        <source>Try a model in the playground</source>
        <translation>プレイグラウンドでモデルを試す</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>その他すべて</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <source>Usage over time</source>
        <translation>使用量の推移</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>日別</translation>
    </message>
</context>
<context>
    <name>nexus::WelcomePage</name>
    <message>
        <source>Welcome to Nexus</source>
        <translation>Nexus へようこそ</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>All of this can be done later on its pages.</source>
        <translation>どれも後から各ページで行えます。</translation>
    </message>
    <message>
        <source>Three steps, and your programs talk to every model through one address.</source>
        <translation>3 つのステップで、プログラムから 1 つのアドレスですべてのモデルを使えるようになります。</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>キーを追加</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>Connect your app</source>
        <translation>アプリを接続</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 を追加しました</translation>
    </message>
    <message>
        <source>the demo model, for now</source>
        <translation>今はデモモデル</translation>
    </message>
</context>
</TS>
