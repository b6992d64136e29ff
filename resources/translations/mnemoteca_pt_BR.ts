<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR">
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Atividade</translation>
    </message>
    <message>
        <source>Work that takes a while goes on by itself, also while the window is closed.</source>
        <translation>O que demora segue sozinho, mesmo com a janela fechada.</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Em andamento</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Nothing was brought in or written out yet.</source>
        <translation>Nada foi trazido nem exportado ainda.</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Pinned.</source>
        <translation>Fixada.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pinned.</source>
        <translation>
            <numerusform>%Ln fixada.</numerusform>
            <numerusform>%Ln fixadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpinned.</source>
        <translation>Não está mais fixada.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unpinned.</source>
        <translation>
            <numerusform>%Ln solta.</numerusform>
            <numerusform>%Ln soltas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagged.</source>
        <translation>Etiquetada.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tagged.</source>
        <translation>
            <numerusform>%Ln etiquetada.</numerusform>
            <numerusform>%Ln etiquetadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags changed, and learned of.</source>
        <translation>Etiquetas mudadas e aprendidas.</translation>
    </message>
    <message>
        <source>Learned what this name is.</source>
        <translation>Aprendido o que este nome é.</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Esquecida.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln forgotten.</source>
        <translation>
            <numerusform>%Ln esquecida.</numerusform>
            <numerusform>%Ln esquecidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln restored.</source>
        <translation>
            <numerusform>%Ln restaurada.</numerusform>
            <numerusform>%Ln restauradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promoted.</source>
        <translation>
            <numerusform>%Ln promovida.</numerusform>
            <numerusform>%Ln promovidas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged. It can still be found.</source>
        <translation>Unida. Ainda pode ser encontrada.</translation>
    </message>
    <message>
        <source>Decided.</source>
        <translation>Decidido.</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten: %Ln memories.</source>
        <translation>
            <numerusform>Esquecida: %Ln lembrança.</numerusform>
            <numerusform>Esquecidas: %Ln lembranças.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Restaurada.</translation>
    </message>
    <message>
        <source>Promoted.</source>
        <translation>Promovida.</translation>
    </message>
    <message>
        <source>Let go. It can still be found.</source>
        <translation>Solta. Ainda pode ser encontrada.</translation>
    </message>
    <message>
        <source>They are one now.</source>
        <translation>São o mesmo agora.</translation>
    </message>
    <message>
        <source>Somebody else’s name now.</source>
        <translation>É nome de outro agora.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Desfeito.</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>Refeito.</translation>
    </message>
    <message>
        <source>Something else was done since. The history undoes down to each act.</source>
        <translation>Outra coisa foi feita depois. O histórico desfaz até cada ato.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Answer</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Ask on</source>
        <translation>Perguntar mais</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Perguntar</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>Guardar esta resposta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Procurando…</translation>
    </message>
    <message>
        <source>Nothing was found about this.</source>
        <translation>Nada foi encontrado sobre isto.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>No model was asked.</source>
        <translation>Nenhum modelo foi consultado.</translation>
    </message>
    <message>
        <source>Worded by %1 from what was found; check it against its memories.</source>
        <translation>Redigido por %1 a partir do que foi encontrado; confira nas lembranças.</translation>
    </message>
    <message>
        <source>These are quotes, word for word: no language model is in use.</source>
        <translation>São citações, palavra por palavra: nenhum modelo de linguagem está em uso.</translation>
    </message>
    <message>
        <source>These are quotes, word for word: the language model can’t be run.</source>
        <translation>São citações, palavra por palavra: o modelo de linguagem não pode ser executado.</translation>
    </message>
    <message>
        <source>These are quotes, word for word: what the language model said could not be used.</source>
        <translation>São citações, palavra por palavra: o que o modelo de linguagem disse não pôde ser usado.</translation>
    </message>
    <message>
        <source>These are quotes, word for word.</source>
        <translation>São citações, palavra por palavra.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentences rested on nothing and are left out.</source>
        <translation>
            <numerusform>%Ln frase não se apoiava em nada e ficou de fora.</numerusform>
            <numerusform>%Ln frases não se apoiavam em nada e ficaram de fora.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Type a question into the search field first.</source>
        <translation>Escreva antes uma pergunta no campo de busca.</translation>
    </message>
    <message>
        <source>Kept, and marked as inferred.</source>
        <translation>Guardada e marcada como inferida.</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>Open a file</source>
        <translation>Abrir um arquivo</translation>
    </message>
    <message>
        <source>Bring in a folder</source>
        <translation>Trazer uma pasta</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>left out.txt</source>
        <translation>o que ficou de fora.txt</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Salvar a lista</translation>
    </message>
</context>
<context>
    <name>AskBox</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>BackingUp</name>
    <message numerus="yes">
        <source>%Ln memories backed up.</source>
        <translation>
            <numerusform>%Ln lembrança copiada.</numerusform>
            <numerusform>%Ln lembranças copiadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>A second folder for backups</source>
        <translation>Uma segunda pasta para as cópias de segurança</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>%1, %2</source>
        <comment>a day and a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>made by itself</source>
        <translation>feita sozinha</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>feita à mão</translation>
    </message>
    <message>
        <source>made before an update changed the library</source>
        <translation>feita antes que uma atualização mudasse a biblioteca</translation>
    </message>
    <message>
        <source>also in the second folder</source>
        <translation>também na segunda pasta</translation>
    </message>
    <message>
        <source>A disk can break. Choose a folder on another one, or one that is synced.</source>
        <translation>Um disco pode quebrar. Escolha uma pasta em outro, ou uma que seja sincronizada.</translation>
    </message>
    <message>
        <source>Nothing was copied there yet.</source>
        <translation>Nada foi copiado para lá ainda.</translation>
    </message>
    <message>
        <source>The last copy outside this folder is from %1.</source>
        <translation>A última cópia fora desta pasta é de %1.</translation>
    </message>
    <message>
        <source>There is no copy of this library outside its folder.</source>
        <translation>Não há cópia desta biblioteca fora da pasta dela.</translation>
    </message>
    <message>
        <source>The last copy of this library outside its folder is from %1.</source>
        <translation>A última cópia desta biblioteca fora da pasta dela é de %1.</translation>
    </message>
    <message>
        <source>Everything is as it was on %1</source>
        <translation>Tudo fica como estava em %1</translation>
    </message>
    <message>
        <source>What is here now is put aside, not destroyed</source>
        <translation>O que está aqui agora é posto de lado, não destruído</translation>
    </message>
    <message>
        <source>Settings, tags and what can be undone are those of then</source>
        <translation>Configurações, etiquetas e o que pode ser desfeito são os de então</translation>
    </message>
    <message>
        <source>The library closes for a moment; the indexes are made anew</source>
        <translation>A biblioteca fecha por um momento; os índices são refeitos</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Cópias de segurança</translation>
    </message>
    <message>
        <source>A backup is a copy of everything, made while you go on. One is made once a day by itself.</source>
        <translation>Uma cópia de segurança é uma cópia de tudo, feita enquanto você segue. Uma vez por dia uma é feita sozinha.</translation>
    </message>
    <message>
        <source>Being made…</source>
        <translation>Sendo feita…</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Fazer uma agora</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Em outro lugar</translation>
    </message>
    <message>
        <source>In the folder of the library</source>
        <translation>Na pasta da biblioteca</translation>
    </message>
    <message>
        <source>There is no backup yet. The first is made by itself once something is kept.</source>
        <translation>Ainda não há cópia de segurança. A primeira é feita sozinha assim que algo é guardado.</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Trazer de volta…</translation>
    </message>
    <message>
        <source>Bring back the library of %1</source>
        <translation>Trazer de volta a biblioteca de %1</translation>
    </message>
    <message>
        <source>No second folder</source>
        <translation>Nenhuma segunda pasta</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Escolher outra…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Escolher uma pasta…</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Copiar agora</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>Não mais</translation>
    </message>
    <message>
        <source>Copy no more backups to %1</source>
        <translation>Não copiar mais para %1</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message numerus="yes">
        <source>%Ln memories</source>
        <translation>
            <numerusform>%Ln lembrança</numerusform>
            <numerusform>%Ln lembranças</numerusform>
        </translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Achados</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nada encontrado.</translation>
    </message>
    <message>
        <source>Try other words, or fewer of them.</source>
        <translation>Tente outras palavras, ou menos palavras.</translation>
    </message>
    <message>
        <source>Below this line nothing is a good answer.</source>
        <translation>Abaixo desta linha nada é uma boa resposta.</translation>
    </message>
    <message>
        <source>Nothing that is kept is a good answer.</source>
        <translation>Nada do que está guardado é uma boa resposta.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln weaker ones</source>
        <translation>
            <numerusform>Mostrar %Ln mais fraca</numerusform>
            <numerusform>Mostrar %Ln mais fracas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is near</source>
        <translation>Mostrar o que chega perto</translation>
    </message>
    <message>
        <source>Like “%1”</source>
        <translation>Parecidas com “%1”</translation>
    </message>
    <message>
        <source>Take a filter away.</source>
        <translation>Tire um filtro.</translation>
    </message>
</context>
<context>
    <name>CaptureCard</name>
    <message>
        <source>%1, kept for good</source>
        <translation>%1, guardada para sempre</translation>
    </message>
    <message>
        <source>kept for good</source>
        <translation>guardada para sempre</translation>
    </message>
    <message>
        <source>stays a day, or for good if it proves useful</source>
        <translation>fica um dia, ou para sempre se for útil</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>New note in %1</source>
        <translation>Nova nota em %1</translation>
    </message>
    <message>
        <source>Write something down</source>
        <translation>Escreva algo</translation>
    </message>
    <message>
        <source>Pin: never fades</source>
        <translation>Fixar: nunca esmaece</translation>
    </message>
    <message>
        <source>importance %1</source>
        <translation>importância %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>not saved: %1</source>
        <translation>não foi salva: %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>salva</translation>
    </message>
    <message>
        <source>saved as you type</source>
        <translation>salva enquanto você digita</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>keep</source>
        <translation>manter</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>session</source>
        <translation>sessão</translation>
    </message>
    <message numerus="yes">
        <source>person, %Ln memories</source>
        <translation>
            <numerusform>pessoa, %Ln lembrança</numerusform>
            <numerusform>pessoa, %Ln lembranças</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag, %Ln memories</source>
        <translation>
            <numerusform>etiqueta, %Ln lembrança</numerusform>
            <numerusform>etiqueta, %Ln lembranças</numerusform>
        </translation>
    </message>
    <message>
        <source>space</source>
        <translation>espaço</translation>
    </message>
    <message>
        <source>saved search</source>
        <translation>busca salva</translation>
    </message>
</context>
<context>
    <name>CloseCard</name>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
    <message>
        <source>Mnemoteca stays in the tray</source>
        <translation>O Mnemoteca fica na bandeja</translation>
    </message>
    <message>
        <source>So a note is one key away, and memories rise and fade on time. If it stops, what is due is done at the next start. You can change this in the settings.</source>
        <translation>Assim uma nota fica a uma tecla de distância, e as lembranças sobem e esmaecem na hora certa. Se ele parar, o que estiver pendente é feito na próxima vez que abrir. Você pode mudar isso nas configurações.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Ficar na bandeja</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Parar agora</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Show more</source>
        <translation>Mostrar mais</translation>
    </message>
    <message>
        <source>Nothing rises by itself here: what you do not promote fades.</source>
        <translation>Aqui nada sobe sozinho: o que você não promove esmaece.</translation>
    </message>
    <message>
        <source>Nothing rises by itself here: what you do not keep for good fades, unless it is pinned.</source>
        <translation>Aqui nada sobe sozinho: o que você não guarda para sempre esmaece, a não ser que esteja fixado.</translation>
    </message>
    <message>
        <source>What matters, or is read twice, rises within half a minute; the rest fades.</source>
        <translation>O que importa, ou é lido duas vezes, sobe em meio minuto; o resto esmaece.</translation>
    </message>
    <message>
        <source>What matters much, or was read twice, rises at the next sleep; the rest fades.</source>
        <translation>O que importa muito, ou foi lido duas vezes, sobe no próximo sono; o resto esmaece.</translation>
    </message>
    <message>
        <source>Nothing here fades, until you let it go.</source>
        <translation>Nada aqui esmaece, até que você deixe ir.</translation>
    </message>
    <message>
        <source>Nothing came in during the last five minutes.</source>
        <translation>Nada chegou nos últimos cinco minutos.</translation>
    </message>
    <message>
        <source>Nothing waits here today.</source>
        <translation>Nada espera aqui hoje.</translation>
    </message>
    <message>
        <source>Nothing is kept for good yet.</source>
        <translation>Ainda não há nada guardado para sempre.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessões</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixadas</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Curta</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Longa</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Esmaecida</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Lixeira</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Lembrança</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir para</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Exibir</translation>
    </message>
    <message>
        <source>Group sessions by</source>
        <translation>Agrupar sessões por</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Find here</source>
        <translation>Procurar aqui</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Próximo lugar encontrado</translation>
    </message>
    <message>
        <source>Place found before</source>
        <translation>Lugar encontrado anterior</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Salvar esta busca…</translation>
    </message>
    <message>
        <source>Go to, or do…</source>
        <translation>Ir para, ou fazer…</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir um arquivo…</translation>
    </message>
    <message>
        <source>Bring in a folder…</source>
        <translation>Trazer uma pasta…</translation>
    </message>
    <message>
        <source>Bring in what is new</source>
        <translation>Trazer o que há de novo</translation>
    </message>
    <message>
        <source>Show what is coming in</source>
        <translation>Mostrar o que está entrando</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Fixar ou desafixar</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Purge…</source>
        <translation>Expurgar…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Promover</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Deixar ir</translation>
    </message>
    <message>
        <source>Why do I remember this?</source>
        <translation>Por que me lembro disto?</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mais como esta</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar o texto</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Etiquetar…</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Copiar com a fonte</translation>
    </message>
    <message>
        <source>Copy as context…</source>
        <translation>Copiar como contexto…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copiar o código</translation>
    </message>
    <message>
        <source>As written or formatted</source>
        <translation>Como foi escrito ou formatado</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>Quem e o quê</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fatos</translation>
    </message>
    <message>
        <source>Fading soon</source>
        <translation>Esmaecem em breve</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Contradições</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Sono</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Sumário</translation>
    </message>
    <message>
        <source>Go to a date…</source>
        <translation>Ir a uma data…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fontes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cópias de segurança</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Recibos</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Atividade</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Maior</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Menor</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Tamanho normal</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Por dia</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Por fonte</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>Por projeto</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>ContextCard</name>
    <message>
        <source>Copy as context</source>
        <translation>Copiar como contexto</translation>
    </message>
    <message>
        <source>At most so many tokens:</source>
        <translation>No máximo tantos tokens:</translation>
    </message>
    <message>
        <source>At most so many tokens</source>
        <translation>No máximo tantos tokens</translation>
    </message>
    <message>
        <source>What will be copied</source>
        <translation>O que será copiado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories in the order of their time</source>
        <translation>
            <numerusform>%Ln lembrança</numerusform>
            <numerusform>%Ln lembranças na ordem do tempo</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 tokens, estimated at four signs each</source>
        <translation>cerca de %1 tokens, estimados em quatro caracteres cada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln had no room and are left out.</source>
        <translation>
            <numerusform>%Ln não coube e fica de fora.</numerusform>
            <numerusform>%Ln não couberam e ficam de fora.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContradictionCard</name>
    <message>
        <source>First is right</source>
        <translation>A primeira está certa</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>A segunda</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>As duas</translation>
    </message>
</context>
<context>
    <name>Contradictions</name>
    <message>
        <source>not: %1</source>
        <translation>não: %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
</context>
<context>
    <name>ContradictionsPage</name>
    <message>
        <source>Contradictions</source>
        <translation>Contradições</translation>
    </message>
    <message>
        <source>Two things that can’t both be so, and that no time tells apart. No text is changed by deciding.</source>
        <translation>Duas coisas que não podem ser verdade ao mesmo tempo, e que nenhuma data separa. Decidir não muda nenhum texto.</translation>
    </message>
    <message>
        <source>Nothing contradicts itself.</source>
        <translation>Nada se contradiz.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more come as these are decided.</source>
        <translation>
            <numerusform>Mais %Ln vem quando estas forem decididas.</numerusform>
            <numerusform>Mais %Ln vêm quando estas forem decididas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Show more</source>
        <translation>Mostrar mais</translation>
    </message>
    <message>
        <source>This is the beginning of a very long text. Copy the text to read it whole elsewhere.</source>
        <translation>Este é o começo de um texto muito longo. Copie o texto para lê-lo inteiro em outro lugar.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>of the answers at this place, which is shown</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagem</translation>
    </message>
    <message>
        <source>Shown as it was written: too intricate to be formatted.</source>
        <translation>Mostrado como foi escrito: intrincado demais para ser formatado.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln turns</source>
        <translation>
            <numerusform>%Ln fala</numerusform>
            <numerusform>%Ln falas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories</source>
        <translation>
            <numerusform>%Ln lembrança</numerusform>
            <numerusform>%Ln lembranças</numerusform>
        </translation>
    </message>
    <message>
        <source>no memories</source>
        <translation>nenhuma lembrança</translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories together</source>
        <translation>
            <numerusform>%Ln lembrança juntos</numerusform>
            <numerusform>%Ln lembranças juntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %n times</source>
        <translation>
            <numerusform>lida %n vez</numerusform>
            <numerusform>lida %n vezes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <comment>how often a memory was recalled</comment>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n vezes</numerusform>
        </translation>
    </message>
    <message>
        <source>none promoted today</source>
        <translation>nenhuma promovida hoje</translation>
    </message>
    <message numerus="yes">
        <source>%Ln promoted today</source>
        <translation>
            <numerusform>%Ln promovida hoje</numerusform>
            <numerusform>%Ln promovidas hoje</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to be indexed</source>
        <translation>
            <numerusform>falta indexar %Ln</numerusform>
            <numerusform>faltam indexar %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found by meaning yet</source>
        <translation>
            <numerusform>%Ln ainda não encontrada pelo sentido</numerusform>
            <numerusform>%Ln ainda não encontradas pelo sentido</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes wait for the service</source>
        <translation>
            <numerusform>%n nota espera pelo serviço</numerusform>
            <numerusform>%n notas esperam pelo serviço</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections were made</source>
        <translation>
            <numerusform>%Ln conexão foi feita</numerusform>
            <numerusform>%Ln conexões foram feitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln caractere</numerusform>
            <numerusform>%Ln caracteres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dating</name>
    <message>
        <source>Go to a date in this session</source>
        <translation>Ir a uma data nesta sessão</translation>
    </message>
    <message>
        <source>Go to a date in the list</source>
        <translation>Ir a uma data na lista</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>As you would say it: 5 March 2024, March 2024, last Friday, 3 weeks ago, 2024-03-05.</source>
        <translation>Como você diria: 5 de março de 2024, março de 2024, última sexta, há 3 semanas, 2024-03-05.</translation>
    </message>
    <message>
        <source>“%1” is no date that is understood here.</source>
        <translation>“%1” não é uma data que se entenda aqui.</translation>
    </message>
    <message>
        <source>Nothing in this session has a date.</source>
        <translation>Nada nesta sessão tem data.</translation>
    </message>
    <message>
        <source>Nothing in this list has a date.</source>
        <translation>Nada nesta lista tem data.</translation>
    </message>
    <message>
        <source>Nothing on that day; the nearest is %1.</source>
        <translation>Nada nesse dia; o mais próximo é %1.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>At most 10,000 can be dealt with at once. Choose fewer.</source>
        <translation>No máximo 10.000 podem ser tratadas de uma vez. Escolha menos.</translation>
    </message>
    <message>
        <source>The list is changing just now. Try again in a moment.</source>
        <translation>A lista está mudando agora mesmo. Tente de novo daqui a pouco.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln copied.</source>
        <translation>
            <numerusform>%Ln copiada.</numerusform>
            <numerusform>%Ln copiadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln memories</source>
        <translation>
            <numerusform>Etiquetar a lembrança</numerusform>
            <numerusform>Etiquetar %Ln lembranças</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiquetar</translation>
    </message>
    <message>
        <source>One tag or several, with a space between them.</source>
        <translation>Uma etiqueta ou várias, separadas por espaço.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes kept</source>
        <translation>
            <numerusform>%Ln nota guardada</numerusform>
            <numerusform>%Ln notas guardadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories brought in</source>
        <translation>
            <numerusform>%Ln lembrança trazida</numerusform>
            <numerusform>%Ln lembranças trazidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes changed</source>
        <translation>
            <numerusform>%Ln nota mudada</numerusform>
            <numerusform>%Ln notas mudadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories tagged</source>
        <translation>
            <numerusform>%Ln lembrança etiquetada</numerusform>
            <numerusform>%Ln lembranças etiquetadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names corrected</source>
        <translation>
            <numerusform>%Ln nome corrigido</numerusform>
            <numerusform>%Ln nomes corrigidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories pinned</source>
        <translation>
            <numerusform>%Ln lembrança fixada</numerusform>
            <numerusform>%Ln lembranças fixadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories unpinned</source>
        <translation>
            <numerusform>%Ln lembrança desafixada</numerusform>
            <numerusform>%Ln lembranças desafixadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories given another importance</source>
        <translation>
            <numerusform>%Ln lembrança com outra importância</numerusform>
            <numerusform>%Ln lembranças com outra importância</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories promoted</source>
        <translation>
            <numerusform>%Ln lembrança promovida</numerusform>
            <numerusform>%Ln lembranças promovidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories let go</source>
        <translation>
            <numerusform>%Ln lembrança deixada ir</numerusform>
            <numerusform>%Ln lembranças deixadas ir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories cleared from Short</source>
        <translation>
            <numerusform>%Ln lembrança tirada da Curta</numerusform>
            <numerusform>%Ln lembranças tiradas da Curta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories merged</source>
        <translation>
            <numerusform>%Ln lembrança unida</numerusform>
            <numerusform>%Ln lembranças unidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradictions decided</source>
        <translation>
            <numerusform>%Ln contradição decidida</numerusform>
            <numerusform>%Ln contradições decididas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories forgotten</source>
        <translation>
            <numerusform>%Ln lembrança esquecida</numerusform>
            <numerusform>%Ln lembranças esquecidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories restored</source>
        <translation>
            <numerusform>%Ln lembrança restaurada</numerusform>
            <numerusform>%Ln lembranças restauradas</numerusform>
        </translation>
    </message>
    <message>
        <source>The space was renamed</source>
        <translation>O espaço foi renomeado</translation>
    </message>
    <message numerus="yes">
        <source>Undo %Ln, down to here</source>
        <translation>
            <numerusform>Desfazer %Ln, até aqui</numerusform>
            <numerusform>Desfazer %Ln, até aqui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts undone.</source>
        <translation>
            <numerusform>%Ln ato desfeito.</numerusform>
            <numerusform>%Ln atos desfeitos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>These conversations are invented; nobody in them exists.</source>
        <translation>Estas conversas são inventadas; ninguém nelas existe.</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Removê-las</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop to bring these in</source>
        <translation>Solte para trazer para cá</translation>
    </message>
</context>
<context>
    <name>EntitiesPage</name>
    <message>
        <source>also %1</source>
        <translation>também %1</translation>
    </message>
    <message>
        <source>Nobody and nothing is known by name yet.</source>
        <translation>Ninguém e nada é conhecido pelo nome ainda.</translation>
    </message>
    <message>
        <source>What you write and bring in is read for names.</source>
        <translation>O que você escreve e traz é lido em busca de nomes.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nada encontrado.</translation>
    </message>
    <message>
        <source>Try fewer letters, or all kinds.</source>
        <translation>Tente menos letras, ou todos os tipos.</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>Quem e o quê</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Achar um nome</translation>
    </message>
    <message>
        <source>Enter goes to what is known of the one that is chosen.</source>
        <translation>Enter vai ao que se sabe de quem está escolhido.</translation>
    </message>
</context>
<context>
    <name>EntityCard</name>
    <message>
        <source>No facts are known.</source>
        <translation>Nenhum fato é conhecido.</translation>
    </message>
    <message>
        <source>No memory speaks of it by name.</source>
        <translation>Nenhuma lembrança fala disso pelo nome.</translation>
    </message>
    <message>
        <source>It is spoken of together with nobody and nothing.</source>
        <translation>Não aparece junto com ninguém nem com nada.</translation>
    </message>
    <message>
        <source>Show in the graph</source>
        <translation>Mostrar no grafo</translation>
    </message>
    <message>
        <source>They are one</source>
        <translation>São o mesmo</translation>
    </message>
    <message>
        <source>Who is the same?</source>
        <translation>Quem é o mesmo?</translation>
    </message>
    <message>
        <source>Is the same as…</source>
        <translation>É o mesmo que…</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fatos</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>Lembranças</translation>
    </message>
    <message>
        <source>Spoken of with</source>
        <translation>Aparece com</translation>
    </message>
    <message>
        <source>Choose somebody or something to see what is known.</source>
        <translation>Escolha alguém ou algo para ver o que se sabe.</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>Quem e o quê</translation>
    </message>
    <message>
        <source>%1 is somebody else’s name</source>
        <translation>%1 é nome de outro</translation>
    </message>
    <message>
        <source>Its names; a click on one says that it is somebody else’s:</source>
        <translation>Seus nomes; um clique num diz que é de outro:</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Evidence</source>
        <translation>Evidência</translation>
    </message>
    <message>
        <source>Enter opens a sentence where it was said.</source>
        <translation>Enter abre uma frase onde foi dita.</translation>
    </message>
    <message>
        <source>Look around %1</source>
        <translation>Olhar em volta de %1</translation>
    </message>
    <message>
        <source>Every edge stands on a sentence. Click one to read it where it was said.</source>
        <translation>Cada ligação se apoia numa frase. Clique numa para lê-la onde foi dita.</translation>
    </message>
    <message>
        <source>Every fact stands on a sentence. Click one to read it where it was said.</source>
        <translation>Cada fato se apoia numa frase. Clique num para lê-la onde foi dita.</translation>
    </message>
    <message>
        <source>The shortest evidence</source>
        <translation>A evidência mais curta</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>O que se sabe</translation>
    </message>
    <message>
        <source>Nothing leads from %1 to %2.</source>
        <translation>Nada leva de %1 a %2.</translation>
    </message>
    <message>
        <source>No chain of memories names one with the other, as of that day.</source>
        <translation>Até esse dia, nenhuma cadeia de lembranças nomeia um com o outro.</translation>
    </message>
    <message>
        <source>No facts are known, as of that day.</source>
        <translation>Até esse dia, nenhum fato é conhecido.</translation>
    </message>
    <message>
        <source>Name somebody or something to see what it is spoken of with. Name two to see the sentences that lead from one to the other.</source>
        <translation>Diga um nome para ver com quem e com o que ele aparece. Diga dois para ver as frases que levam de um ao outro.</translation>
    </message>
    <message>
        <source>Ask the graph</source>
        <translation>Pergunte ao grafo</translation>
    </message>
    <message>
        <source>How are two linked?</source>
        <translation>Como dois se ligam?</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%Ln memories</source>
        <translation>
            <numerusform>%Ln lembrança</numerusform>
            <numerusform>%Ln lembranças</numerusform>
        </translation>
    </message>
    <message>
        <source>Mnemoteca file, without loss (*.jsonl)</source>
        <translation>Arquivo da Mnemoteca, sem perda (*.jsonl)</translation>
    </message>
    <message>
        <source>Folder of Markdown, a file for each session (*)</source>
        <translation>Pasta de Markdown, um arquivo por sessão (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
</context>
<context>
    <name>FactsPage</name>
    <message>
        <source>Facts</source>
        <translation>Fatos</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relação</translation>
    </message>
    <message>
        <source>Also what is over</source>
        <translation>Também o que passou</translation>
    </message>
    <message>
        <source>Enter opens a fact at the sentence that says so.</source>
        <translation>Enter abre um fato na frase que o diz.</translation>
    </message>
    <message>
        <source>All relations</source>
        <translation>Todas as relações</translation>
    </message>
    <message>
        <source>No facts are known yet.</source>
        <translation>Nenhum fato é conhecido ainda.</translation>
    </message>
    <message>
        <source>What you write and bring in is read for facts, such as who lives where and who likes what.</source>
        <translation>O que você escreve e traz é lido em busca de fatos, como quem mora onde e quem gosta de quê.</translation>
    </message>
    <message>
        <source>No such fact is known.</source>
        <translation>Nenhum fato assim é conhecido.</translation>
    </message>
    <message>
        <source>Choose another relation, or all.</source>
        <translation>Escolha outra relação, ou todas.</translation>
    </message>
</context>
<context>
    <name>FadingPage</name>
    <message>
        <source>says the same as another</source>
        <translation>diz o mesmo que outra</translation>
    </message>
    <message>
        <source>Fading soon</source>
        <translation>Esmaecem em breve</translation>
    </message>
    <message>
        <source>What leaves its tier in the next hours if nobody does anything. It stays in its session and is found.</source>
        <translation>O que sai da sua camada nas próximas horas se ninguém fizer nada. Fica na sua sessão e continua a ser encontrado.</translation>
    </message>
    <message>
        <source>In the next 6 hours</source>
        <translation>Nas próximas 6 horas</translation>
    </message>
    <message>
        <source>Nothing fades in the next hours.</source>
        <translation>Nada esmaece nas próximas horas.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Deixar ir</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Lets it fade, and points to the one that says the same</source>
        <translation>Deixa esmaecer, e aponta para a que diz o mesmo</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%Ln sessions are here from another source</source>
        <translation>
            <numerusform>%Ln sessão já está aqui, de outra fonte</numerusform>
            <numerusform>%Ln sessões já estão aqui, de outra fonte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln ms</source>
        <translation>
            <numerusform>em %Ln ms</numerusform>
            <numerusform>em %Ln ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories are not indexed yet.</source>
        <translation>
            <numerusform>%Ln lembrança ainda não está indexada.</numerusform>
            <numerusform>%Ln lembranças ainda não estão indexadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %Ln sources</source>
        <translation>
            <numerusform>De %Ln fonte</numerusform>
            <numerusform>De %Ln fontes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new sessions</source>
        <translation>
            <numerusform>%Ln sessão nova</numerusform>
            <numerusform>%Ln sessões novas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already</source>
        <translation>
            <numerusform>%Ln já estava aqui</numerusform>
            <numerusform>%Ln já estavam aqui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these are in the trash</source>
        <translation>
            <numerusform>%Ln delas está na lixeira</numerusform>
            <numerusform>%Ln delas estão na lixeira</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were empty</source>
        <translation>
            <numerusform>%Ln estava vazia</numerusform>
            <numerusform>%Ln estavam vazias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were left out as you asked</source>
        <translation>
            <numerusform>%Ln ficou de fora, como você pediu</numerusform>
            <numerusform>%Ln ficaram de fora, como você pediu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secrets were left out</source>
        <translation>
            <numerusform>%Ln segredo ficou de fora</numerusform>
            <numerusform>%Ln segredos ficaram de fora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be taken</source>
        <translation>
            <numerusform>%Ln não pôde ser lida</numerusform>
            <numerusform>%Ln não puderam ser lidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came in changed, for a reason that is listed</source>
        <translation>
            <numerusform>%Ln entrou alterada, por um motivo que está na lista</numerusform>
            <numerusform>%Ln entraram alteradas, por motivos que estão na lista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions were here from another source</source>
        <translation>
            <numerusform>%Ln sessão já estava aqui, de outra fonte</numerusform>
            <numerusform>%Ln sessões já estavam aqui, de outra fonte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came back from the trash</source>
        <translation>
            <numerusform>%Ln voltou da lixeira</numerusform>
            <numerusform>%Ln voltaram da lixeira</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay out: receipts say that they were purged</source>
        <translation>
            <numerusform>%Ln fica de fora: um recibo diz que foi expurgada</numerusform>
            <numerusform>%Ln ficam de fora: recibos dizem que foram expurgadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions have a new title</source>
        <translation>
            <numerusform>%Ln sessão tem um novo título</numerusform>
            <numerusform>%Ln sessões têm um novo título</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new memories</source>
        <translation>
            <numerusform>%Ln lembrança nova</numerusform>
            <numerusform>%Ln lembranças novas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln alterada</numerusform>
            <numerusform>%Ln alteradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln sessions</source>
        <translation>
            <numerusform>em %Ln sessão</numerusform>
            <numerusform>em %Ln sessões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories</source>
        <translation>
            <numerusform>%Ln lembrança</numerusform>
            <numerusform>%Ln lembranças</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln sessão</numerusform>
            <numerusform>%Ln sessões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed at their source</source>
        <translation>
            <numerusform>%Ln mudou na fonte</numerusform>
            <numerusform>%Ln mudaram na fonte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already</source>
        <translation>
            <numerusform>%Ln já está aqui</numerusform>
            <numerusform>%Ln já estão aqui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these stay in the trash</source>
        <translation>
            <numerusform>%Ln delas fica na lixeira</numerusform>
            <numerusform>%Ln delas ficam na lixeira</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these come back from the trash</source>
        <translation>
            <numerusform>%Ln delas volta da lixeira</numerusform>
            <numerusform>%Ln delas voltam da lixeira</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln say the same as another one</source>
        <translation>
            <numerusform>%Ln diz o mesmo que outra</numerusform>
            <numerusform>%Ln dizem o mesmo que outra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are empty</source>
        <translation>
            <numerusform>%Ln está vazia</numerusform>
            <numerusform>%Ln estão vazias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are texts that only machines write</source>
        <translation>
            <numerusform>%Ln é texto que só máquinas escrevem</numerusform>
            <numerusform>%Ln são textos que só máquinas escrevem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln very long outputs of tools</source>
        <translation>
            <numerusform>%Ln saída muito longa de ferramenta</numerusform>
            <numerusform>%Ln saídas muito longas de ferramentas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries can’t be read</source>
        <translation>
            <numerusform>%Ln item não pode ser lido</numerusform>
            <numerusform>%Ln itens não podem ser lidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secrets are in these texts</source>
        <translation>
            <numerusform>Há %Ln segredo nestes textos</numerusform>
            <numerusform>Há %Ln segredos nestes textos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %Ln memories</source>
        <translation>
            <numerusform>Trazer %Ln lembrança</numerusform>
            <numerusform>Trazer %Ln lembranças</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln arquivo</numerusform>
            <numerusform>%Ln arquivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries could not be taken as they are</source>
        <translation>
            <numerusform>%Ln item não pôde entrar como está</numerusform>
            <numerusform>%Ln itens não puderam entrar como estão</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more; save the list to see them all</source>
        <translation>
            <numerusform>e mais %Ln; salve a lista para ver tudo</numerusform>
            <numerusform>e mais %Ln; salve a lista para ver tudo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln memories are in the trash.</source>
        <translation>
            <numerusform>Desfeito: %Ln lembrança está na lixeira.</numerusform>
            <numerusform>Desfeito: %Ln lembranças estão na lixeira.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them within a week</source>
        <translation>
            <numerusform>%Ln deles dentro de uma semana</numerusform>
            <numerusform>%Ln deles dentro de uma semana</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 itself deletes files after %Ln days</source>
        <translation>
            <numerusform>%1 apaga os próprios arquivos após %Ln dia</numerusform>
            <numerusform>%1 apaga os próprios arquivos após %Ln dias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved: a list of %Ln entries.</source>
        <translation>
            <numerusform>Salvo: uma lista de %Ln item.</numerusform>
            <numerusform>Salvo: uma lista de %Ln itens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln former versions</source>
        <translation>
            <numerusform>%Ln versão anterior</numerusform>
            <numerusform>%Ln versões anteriores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions as a whole</source>
        <translation>
            <numerusform>%Ln sessão inteira</numerusform>
            <numerusform>%Ln sessões inteiras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln facts</source>
        <translation>
            <numerusform>%Ln fato</numerusform>
            <numerusform>%Ln fatos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links of the graph</source>
        <translation>
            <numerusform>%Ln ligação do grafo</numerusform>
            <numerusform>%Ln ligações do grafo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digests</source>
        <translation>
            <numerusform>%Ln resumo</numerusform>
            <numerusform>%Ln resumos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln padrão</numerusform>
            <numerusform>%Ln padrões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them also speak of others</source>
        <translation>
            <numerusform>%Ln delas também fala de outros</numerusform>
            <numerusform>%Ln delas também falam de outros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more that speak of others</source>
        <translation>
            <numerusform>e mais %Ln que fala de outros</numerusform>
            <numerusform>e mais %Ln que falam de outros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name stays in %Ln titles</source>
        <translation>
            <numerusform>O nome fica em %Ln título</numerusform>
            <numerusform>O nome fica em %Ln títulos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also %Ln memories in which only the name stands</source>
        <translation>
            <numerusform>Também %Ln lembrança em que só está o nome</numerusform>
            <numerusform>Também %Ln lembranças em que só está o nome</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln backups and other copies</source>
        <translation>
            <numerusform>%Ln cópia de segurança</numerusform>
            <numerusform>%Ln cópias de segurança e outras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drafts that share its text</source>
        <translation>
            <numerusform>%Ln rascunho com parte do texto</numerusform>
            <numerusform>%Ln rascunhos com parte do texto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved searches that share its text</source>
        <translation>
            <numerusform>%Ln busca salva com parte do texto</numerusform>
            <numerusform>%Ln buscas salvas com parte do texto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more files</source>
        <translation>
            <numerusform>e mais %Ln arquivo</numerusform>
            <numerusform>e mais %Ln arquivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this session</source>
        <translation>Procurar nesta sessão</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>O lugar anterior</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>O próximo lugar</translation>
    </message>
    <message>
        <source>Leave the search (Esc)</source>
        <translation>Sair da procura (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>the place that is shown, of all that were found</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nada encontrado</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>To begin with</source>
        <translation>Para começar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Your memories live in</source>
        <translation>Suas lembranças ficam em</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Encontrado neste computador</translation>
    </message>
    <message>
        <source>Look and choose…</source>
        <translation>Ver e escolher…</translation>
    </message>
    <message>
        <source>not looked yet</source>
        <translation>ainda não procurado</translation>
    </message>
    <message>
        <source>nothing that can be brought in by itself</source>
        <translation>nada que possa ser trazido por si só</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 e mais %2</translation>
    </message>
</context>
<context>
    <name>ForgetCard</name>
    <message>
        <source>Forget %1?</source>
        <translation>Esquecer %1?</translation>
    </message>
    <message>
        <source>It goes to the trash, and with it what was learned from it. Restoring it brings all of that back.</source>
        <translation>Vai para a lixeira, e com isso o que se aprendeu disso. Restaurar traz tudo de volta.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
</context>
<context>
    <name>ForgetFigures</name>
    <message numerus="yes">
        <source>%Ln facts</source>
        <translation>
            <numerusform>%Ln fato</numerusform>
            <numerusform>%Ln fatos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links between names</source>
        <translation>
            <numerusform>%Ln ligação entre nomes</numerusform>
            <numerusform>%Ln ligações entre nomes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digests</source>
        <translation>
            <numerusform>%Ln resumo</numerusform>
            <numerusform>%Ln resumos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln padrão</numerusform>
            <numerusform>%Ln padrões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more files</source>
        <translation>
            <numerusform>e mais %Ln arquivo</numerusform>
            <numerusform>e mais %Ln arquivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message>
        <source>removed</source>
        <translation>removido</translation>
    </message>
    <message>
        <source>rewritten without it</source>
        <translation>refeito sem ela</translation>
    </message>
    <message>
        <source>to the trash</source>
        <translation>para a lixeira</translation>
    </message>
    <message>
        <source>still holds it</source>
        <translation>ainda contém</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>ChatGPT export</source>
        <translation>Exportação do ChatGPT</translation>
    </message>
    <message>
        <source>Claude.ai export</source>
        <translation>Exportação do Claude.ai</translation>
    </message>
    <message>
        <source>Claude Code transcripts</source>
        <translation>Registros do Claude Code</translation>
    </message>
    <message>
        <source>Codex transcripts</source>
        <translation>Registros do Codex</translation>
    </message>
    <message>
        <source>Gemini CLI transcripts</source>
        <translation>Registros do Gemini CLI</translation>
    </message>
    <message>
        <source>Obsidian vault</source>
        <translation>Cofre do Obsidian</translation>
    </message>
    <message>
        <source>Markdown notes</source>
        <translation>Notas em Markdown</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>texto simples</translation>
    </message>
    <message>
        <source>web pages</source>
        <translation>páginas da web</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>documentos PDF</translation>
    </message>
    <message>
        <source>git history</source>
        <translation>histórico do git</translation>
    </message>
    <message>
        <source>Mnemoteca sessions</source>
        <translation>Sessões da Mnemoteca</translation>
    </message>
</context>
<context>
    <name>GlobalKey</name>
    <message>
        <source>%1 is held by another program. Choose another key in the settings.</source>
        <translation>%1 já é usada por outro programa. Escolha outra tecla nas configurações.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used in every program. Choose one with Ctrl, Alt or Meta.</source>
        <translation>%1 não pode valer em todos os programas. Escolha uma com Ctrl, Alt ou Meta.</translation>
    </message>
    <message>
        <source>The desktop was told not to give Mnemoteca %1. Its own settings change that.</source>
        <translation>A área de trabalho foi instruída a não dar %1 à Mnemoteca. As configurações dela mudam isso.</translation>
    </message>
    <message>
        <source>This desktop lets no program hold a key. Bind one to “%2” in its own settings.</source>
        <translation>Este ambiente não deixa um programa reservar uma tecla. Associe uma a “%2” nas configurações dele.</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 e mais %2</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>com %1</translation>
    </message>
    <message>
        <source>step %1 of the way</source>
        <translation>passo %1 do caminho</translation>
    </message>
</context>
<context>
    <name>GraphPage</name>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Who, or what?</source>
        <translation>Quem, ou o quê?</translation>
    </message>
    <message>
        <source>And who, or what?</source>
        <translation>E quem, ou o quê?</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Qualquer um</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one to another</comment>
        <translation>a</translation>
    </message>
    <message>
        <source>How are they linked?</source>
        <translation>Como se ligam?</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>Como lista</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar mais</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>Arrows go from one to the next, with Shift they move the picture. Enter looks around one, + and − zoom, 0 shows all, Esc goes back to the answer.</source>
        <translation>As setas vão de um a outro; com Shift movem a imagem. Enter olha em volta de um, + e − aproximam e afastam, 0 mostra tudo, Esc volta à resposta.</translation>
    </message>
    <message>
        <source>Graph, as a list</source>
        <translation>Grafo, como lista</translation>
    </message>
    <message>
        <source>Enter looks around one.</source>
        <translation>Enter olha em volta de um.</translation>
    </message>
    <message>
        <source>Nobody and nothing is known by name here.</source>
        <translation>Ninguém e nada é conhecido pelo nome aqui.</translation>
    </message>
    <message>
        <source>Names are found in what you write and bring in; an earlier day or a kind may hide them.</source>
        <translation>Os nomes são achados no que você escreve e traz; um dia anterior ou um tipo pode escondê-los.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Até %1</translation>
    </message>
</context>
<context>
    <name>HeldKey</name>
    <message>
        <source>Quick capture</source>
        <translation>Captura rápida</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A mirror of the hub that models come from.</source>
        <translation>Um espelho do repositório de onde vêm os modelos.</translation>
    </message>
    <message>
        <source>A proxy for the download of models.</source>
        <translation>Um proxy para baixar modelos.</translation>
    </message>
    <message>
        <source>How long a reranker may read the best hits, in milliseconds; then their order stays.</source>
        <translation>Quanto tempo um reordenador pode ler os melhores achados, em milissegundos; depois a ordem fica.</translation>
    </message>
    <message>
        <source>The searches that are kept under a name, of each space.</source>
        <translation>As buscas guardadas com um nome, de cada espaço.</translation>
    </message>
    <message>
        <source>The model that writes: its id, or a GGUF file; empty: as it is in use for each role.</source>
        <translation>O modelo que escreve: seu nome, ou um arquivo GGUF; vazio: o que está em uso para cada tarefa.</translation>
    </message>
    <message>
        <source>Which copy of a model is run, where several are installed.</source>
        <translation>Qual cópia de um modelo é usada, quando há várias instaladas.</translation>
    </message>
    <message>
        <source>Where models are run: on the processor (cpu) or the graphics card (gpu).</source>
        <translation>Onde os modelos rodam: no processador (cpu) ou na placa de vídeo (gpu).</translation>
    </message>
    <message>
        <source>How long a summary may be, in tokens.</source>
        <translation>Quão longo um resumo pode ser, em tokens.</translation>
    </message>
    <message>
        <source>How freely a model chooses its words: 0 never, 2 wildly.</source>
        <translation>Com que liberdade um modelo escolhe as palavras: 0 nenhuma, 2 muita.</translation>
    </message>
    <message>
        <source>How many MB all models together may hold; 0 is half of the memory.</source>
        <translation>Quantos MB todos os modelos juntos podem ocupar; 0 é a metade da RAM.</translation>
    </message>
    <message>
        <source>The keys of commands that you changed.</source>
        <translation>As teclas dos comandos que você mudou.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Em qualquer lugar</translation>
    </message>
    <message>
        <source>Changed where they are used</source>
        <translation>Mudados onde são usados</translation>
    </message>
    <message>
        <source>at first: %1</source>
        <translation>de início: %1</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>um de: %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>of each space</source>
        <translation>de cada espaço</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ligado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar na ajuda</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Conteúdo</translation>
    </message>
    <message>
        <source>Nothing in the help has these words. Try fewer of them.</source>
        <translation>Nada na ajuda tem essas palavras. Tente com menos.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>What you did in this space. Undoing goes from the newest down; what you undid can be done again.</source>
        <translation>O que você fez neste espaço. Desfazer vai do mais novo para baixo; o que foi desfeito pode ser refeito.</translation>
    </message>
    <message>
        <source>Nothing was done in this space yet.</source>
        <translation>Nada foi feito neste espaço ainda.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Mostrar mais antigas</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>desfeito</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>ImportBox</name>
    <message>
        <source>Nothing has come in yet. It is only looked at.</source>
        <translation>Nada entrou ainda. Por ora só se olha.</translation>
    </message>
    <message>
        <source>Opening it</source>
        <translation>Abrindo</translation>
    </message>
    <message>
        <source>Waits for what came before it</source>
        <translation>Espera o que veio antes</translation>
    </message>
    <message>
        <source>Stop bringing in %1?</source>
        <translation>Parar de trazer %1?</translation>
    </message>
    <message>
        <source>%1 can’t come in</source>
        <translation>%1 não pode entrar</translation>
    </message>
    <message>
        <source>Taking back %1</source>
        <translation>Desfazendo %1</translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation>Olhando %1</translation>
    </message>
    <message>
        <source>Bring in %1?</source>
        <translation>Trazer %1?</translation>
    </message>
    <message>
        <source>Bringing in %1</source>
        <translation>Trazendo %1</translation>
    </message>
    <message>
        <source>%1 is in</source>
        <translation>%1 entrou</translation>
    </message>
    <message>
        <source>What is in can stay, or be taken back as if it had never come. The source stays as it is.</source>
        <translation>O que entrou pode ficar ou ser desfeito, como se nunca tivesse vindo. A fonte fica como está.</translation>
    </message>
    <message>
        <source>You can close this and go on working: the line at the bottom tells how far it is.</source>
        <translation>Você pode fechar e seguir trabalhando: a linha de baixo diz em que ponto está.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Salvar a lista…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Parar…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Trazer</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Stop, keep what is in</source>
        <translation>Parar, ficar com o que entrou</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Nothing new is in it</source>
        <translation>Não há nada de novo</translation>
    </message>
    <message>
        <source>new version, the old one stays</source>
        <translation>nova versão, a antiga fica</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>nada muda</translation>
    </message>
    <message>
        <source>brought in, each in its place</source>
        <translation>a trazer, cada uma no seu lugar</translation>
    </message>
    <message>
        <source>see below</source>
        <translation>ver abaixo</translation>
    </message>
    <message>
        <source>brought in</source>
        <translation>a trazer</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>de fora</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>into %1</source>
        <translation>para %1</translation>
    </message>
</context>
<context>
    <name>InspectorPane</name>
    <message>
        <source>This memory</source>
        <translation>Esta lembrança</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Esta sessão</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Vida</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Forgetting curve</source>
        <translation>Curva do esquecimento</translation>
    </message>
    <message>
        <source>Why it is remembered</source>
        <translation>Por que é lembrada</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>De onde veio</translation>
    </message>
    <message>
        <source>Speaks of</source>
        <translation>Fala de</translation>
    </message>
    <message>
        <source>Recalled: %1.</source>
        <translation>Lembrada: %1.</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desafixar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fixar</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Why do I remember this?</source>
        <translation>Por que me lembro disto?</translation>
    </message>
    <message>
        <source>Keep again</source>
        <translation>Manter de novo</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
</context>
<context>
    <name>JobEntry</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Import of %1</source>
        <translation>Importação de %1</translation>
    </message>
    <message>
        <source>A look into %1</source>
        <translation>Exame de %1</translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>Exportação para %1</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Expurgo</translation>
    </message>
    <message>
        <source>Sleep in “%1”</source>
        <translation>Sono em “%1”</translation>
    </message>
    <message>
        <source>Download of the model %1</source>
        <translation>Download do modelo %1</translation>
    </message>
    <message>
        <source>The model file %1</source>
        <translation>O arquivo de modelo %1</translation>
    </message>
    <message>
        <source>The smaller copy %1</source>
        <translation>A cópia menor %1</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Espera a sua vez</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Em andamento</translation>
    </message>
    <message>
        <source>It is installed.</source>
        <translation>Está instalado.</translation>
    </message>
    <message>
        <source>The receipt tells what became of it, place by place.</source>
        <translation>O recibo diz o que aconteceu, lugar por lugar.</translation>
    </message>
    <message>
        <source>It was looked through; nothing came in by that.</source>
        <translation>Foi examinado; nada entrou com isso.</translation>
    </message>
    <message>
        <source>It was stopped; nothing of it was kept.</source>
        <translation>Foi parado; nada dele foi guardado.</translation>
    </message>
    <message>
        <source>It was stopped; nothing was written.</source>
        <translation>Foi parado; nada foi escrito.</translation>
    </message>
    <message>
        <source>It was stopped; it goes on when the library is opened next.</source>
        <translation>Foi interrompido; continua quando a biblioteca for aberta de novo.</translation>
    </message>
    <message>
        <source>It was stopped before anything came in.</source>
        <translation>Foi parado antes que algo entrasse.</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, em %2</translation>
    </message>
    <message>
        <source>Search by words</source>
        <translation>Busca por palavras</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>ainda não se sabe</translation>
    </message>
    <message>
        <source>everything indexed</source>
        <translation>tudo indexado</translation>
    </message>
    <message>
        <source>Search by meaning</source>
        <translation>Busca por significado</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>desligada</translation>
    </message>
    <message>
        <source>being prepared</source>
        <translation>sendo preparada</translation>
    </message>
    <message>
        <source>everything is found by it</source>
        <translation>tudo é encontrado por ela</translation>
    </message>
</context>
<context>
    <name>KeptSearches</name>
    <message>
        <source>Type what you search for, then save it.</source>
        <translation>Digite o que procura e depois salve.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Salvar esta busca</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>Salva: %1.</translation>
    </message>
    <message>
        <source>Its name. One that is there already is replaced.</source>
        <translation>O nome dela. Uma que já exista com ele é substituída.</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>Renomear a busca</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Deleted: %1.</source>
        <translation>Apagada: %1.</translation>
    </message>
    <message>
        <source>No more searches can be saved. Delete one first.</source>
        <translation>Não cabem mais buscas salvas. Apague uma antes.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>no key</source>
        <translation>sem tecla</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Aperte as teclas…</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Reset the key of %1</source>
        <translation>Restaurar a tecla de %1</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Usar aqui</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Deixar lá</translation>
    </message>
    <message>
        <source>Esc leaves it as it is, Backspace takes it away.</source>
        <translation>Esc deixa como está, Backspace tira a tecla.</translation>
    </message>
    <message>
        <source>%1 is “%2”. Take it from there?</source>
        <translation>%1 é de “%2”. Usar aqui em vez de lá?</translation>
    </message>
    <message>
        <source>%1 is used in every field and list. Press another.</source>
        <translation>%1 é usada em todos os campos e listas. Aperte outra.</translation>
    </message>
    <message>
        <source>%1 alone is typed. Press it with Ctrl or Alt.</source>
        <translation>%1 sozinha é texto. Aperte com Ctrl ou Alt.</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>Anywhere</source>
        <translation>Em qualquer lugar</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Press the key of a command, then the new one. It counts at once.</source>
        <translation>Clique na tecla de um comando e aperte a nova. Ela vale na hora.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restaurar todas</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Procurar um comando ou uma tecla</translation>
    </message>
    <message>
        <source>No command of that name.</source>
        <translation>Nenhum comando com esse nome.</translation>
    </message>
</context>
<context>
    <name>Keyboarding</name>
    <message>
        <source>All keys are as they were at first.</source>
        <translation>Todas as teclas voltaram ao que eram no início.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Anywhere</source>
        <translation>Em qualquer lugar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>you</source>
        <translation>você</translation>
    </message>
    <message>
        <source>person</source>
        <translation>pessoa</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organização</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>law</source>
        <translation>lei</translation>
    </message>
    <message>
        <source>thing</source>
        <translation>coisa</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organizações</translation>
    </message>
    <message>
        <source>Places</source>
        <comment>kind of names</comment>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Laws</source>
        <translation>Leis</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Coisas</translation>
    </message>
    <message>
        <source>No longer: %1</source>
        <translation>Não mais: %1</translation>
    </message>
    <message>
        <source>Not so: %1</source>
        <translation>Não é assim: %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 e %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>over</source>
        <translation>passou</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>em disputa</translation>
    </message>
    <message>
        <source>set aside by you</source>
        <translation>posto de lado por você</translation>
    </message>
    <message>
        <source>an assistant’s word</source>
        <translation>palavra de um assistente</translation>
    </message>
    <message>
        <source>a document’s word</source>
        <translation>palavra de um documento</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>%1 % de certeza</translation>
    </message>
</context>
<context>
    <name>Life</name>
    <message>
        <source>Kept because</source>
        <translation>Guardada porque</translation>
    </message>
    <message>
        <source>Promoted</source>
        <translation>Promovida</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Esmaeceu</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Lembrada</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importância</translation>
    </message>
    <message>
        <source>you wrote it down</source>
        <translation>você a escreveu</translation>
    </message>
    <message>
        <source>an assistant or a script kept it</source>
        <translation>um assistente ou script a guardou</translation>
    </message>
    <message>
        <source>you kept an answer that a model inferred</source>
        <translation>você guardou uma resposta que um modelo inferiu</translation>
    </message>
    <message>
        <source>it is a commit of a repository</source>
        <translation>é um commit de um repositório</translation>
    </message>
    <message>
        <source>you said it</source>
        <translation>você a disse</translation>
    </message>
    <message>
        <source>it belongs to what you brought in</source>
        <translation>faz parte do que você trouxe</translation>
    </message>
    <message>
        <source>, and you pinned it</source>
        <translation>, e você a fixou</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>por você</translation>
    </message>
    <message>
        <source>by an assistant or a script</source>
        <translation>por um assistente ou script</translation>
    </message>
    <message>
        <source>importance %1</source>
        <translation>importância %1</translation>
    </message>
    <message>
        <source>it was recalled</source>
        <translation>foi lembrada</translation>
    </message>
    <message>
        <source>by the rules of the tiers</source>
        <translation>pelas regras das camadas</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ainda não</translation>
    </message>
    <message>
        <source>by you and by assistants</source>
        <translation>por você e por assistentes</translation>
    </message>
    <message>
        <source>by assistants</source>
        <translation>por assistentes</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>a última em %1</translation>
    </message>
    <message>
        <source>Today %1 present, in 30 days %2; recalled now by you, %3.</source>
        <translation>Hoje %1 presente, em 30 dias %2; lembrada agora por você, %3.</translation>
    </message>
    <message>
        <source>Pinned, it stays in its tier whatever the curve.</source>
        <translation>Fixada, fica na sua camada seja qual for a curva.</translation>
    </message>
    <message>
        <source>A pin would keep it in its tier.</source>
        <translation>Fixada, ficaria na sua camada.</translation>
    </message>
    <message>
        <source>Tiers: %1.</source>
        <translation>Camadas: %1.</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Dita</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Extensão</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixadas</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Quem fala</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Coleção</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Ramo</translation>
    </message>
</context>
<context>
    <name>LifeLine</name>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>+30 d</source>
        <translation>+30 d</translation>
    </message>
</context>
<context>
    <name>LinksMenu</name>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir no navegador</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar o endereço</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Show weaker ones</source>
        <translation>Mostrar as mais fracas</translation>
    </message>
    <message>
        <source>Take away the filter %1</source>
        <translation>Tirar o filtro %1</translation>
    </message>
</context>
<context>
    <name>ManyBar</name>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln escolhida</numerusform>
            <numerusform>%Ln escolhidas</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 can be dealt with at once.</source>
        <translation>No máximo %1 podem ser tratadas de uma vez.</translation>
    </message>
    <message>
        <source>Choose one only (Esc)</source>
        <translation>Escolher só uma (Esc)</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fixar</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Etiquetar…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Copiar com a fonte</translation>
    </message>
    <message>
        <source>Copy as context…</source>
        <translation>Copiar como contexto…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>file</source>
        <translation>arquivo</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Baixar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Use for…</source>
        <translation>Usar para…</translation>
    </message>
    <message>
        <source>Make a smaller copy of %1</source>
        <translation>Fazer uma cópia menor de %1</translation>
    </message>
    <message>
        <source>Remove %1 from this computer</source>
        <translation>Remover %1 deste computador</translation>
    </message>
    <message>
        <source>Cancel the download of %1</source>
        <translation>Cancelar o download de %1</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>I agree: download</source>
        <translation>Aceito: baixar</translation>
    </message>
    <message>
        <source>Remove %1 from this computer? %2 of the disk become free.</source>
        <translation>Remover %1 deste computador? %2 do disco ficam livres.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Cancel the download of %1? What is there of it is removed.</source>
        <translation>Cancelar o download de %1? O que já veio dele é removido.</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>Cancelar o download</translation>
    </message>
</context>
<context>
    <name>Modelling</name>
    <message>
        <source>Add a GGUF file</source>
        <translation>Adicionar um arquivo GGUF</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelos (*.gguf)</translation>
    </message>
    <message>
        <source>The model is removed from this computer.</source>
        <translation>O modelo foi removido deste computador.</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Its hash is being checked</source>
        <translation>O hash está sendo conferido</translation>
    </message>
    <message>
        <source>A file of yours</source>
        <translation>Um arquivo seu</translation>
    </message>
    <message>
        <source>no room on the disk</source>
        <translation>sem espaço no disco</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>não verificado</translation>
    </message>
    <message>
        <source>finds by meaning</source>
        <translation>encontra pelo sentido</translation>
    </message>
    <message>
        <source>puts hits in order</source>
        <translation>ordena os achados</translation>
    </message>
    <message>
        <source>writes code</source>
        <translation>escreve código</translation>
    </message>
    <message>
        <source>takes out facts</source>
        <translation>tira fatos</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>escreve</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificado</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>em uso</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>%1 is given under the %2. Read it at %3. Do you agree to it?</source>
        <translation>%1 é cedido sob a licença %2. Leia-a em %3. Você a aceita?</translation>
    </message>
    <message>
        <source>fits well</source>
        <translation>cabe bem</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cabe</translation>
    </message>
    <message>
        <source>tight, slow here</source>
        <translation>apertado, lento aqui</translation>
    </message>
    <message>
        <source>too large for this computer</source>
        <translation>grande demais para este computador</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Em pausa em %1</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>Parado em %1</translation>
    </message>
    <message>
        <source>Everything that is written</source>
        <translation>Tudo o que se escreve</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respostas</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Resumos</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fatos</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Wider questions</source>
        <translation>Perguntas mais amplas</translation>
    </message>
    <message>
        <source>Search by meaning: everything is read anew, meanwhile the old one serves</source>
        <translation>Busca por sentido: tudo é lido de novo, e enquanto isso o antigo serve</translation>
    </message>
    <message>
        <source>The order of the best hits</source>
        <translation>A ordem dos melhores achados</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Nenhum modelo</translation>
    </message>
    <message>
        <source>The same as for everything</source>
        <translation>O mesmo que para tudo</translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <translation>%1, agora %2</translation>
    </message>
    <message>
        <source>Automatic: the quick copy</source>
        <translation>Automático: a cópia rápida</translation>
    </message>
    <message>
        <source>Automatic: the best copy that fits</source>
        <translation>Automático: a melhor cópia que cabe</translation>
    </message>
    <message>
        <source>Automatic: quick and good</source>
        <translation>Automático: rápida e boa</translation>
    </message>
    <message>
        <source>8 bits: as good as the model itself</source>
        <translation>8 bits: tão boa quanto o próprio modelo</translation>
    </message>
    <message>
        <source>6 bits: nearly as good</source>
        <translation>6 bits: quase tão boa</translation>
    </message>
    <message>
        <source>5 bits: smaller, a little worse</source>
        <translation>5 bits: menor, um pouco pior</translation>
    </message>
    <message>
        <source>4 bits: smallest and quickest</source>
        <translation>4 bits: a menor e mais rápida</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>%1 tokens por segundo</translation>
    </message>
    <message>
        <source>It can&apos;t be run here.</source>
        <translation>Não pode rodar aqui.</translation>
    </message>
    <message>
        <source>Not believed: it says what the note does not, or not in its language.</source>
        <translation>Não acreditado: diz o que a nota não diz, ou não na língua dela.</translation>
    </message>
    <message>
        <source>Not believed: it came to no good end.</source>
        <translation>Não acreditado: não chegou a um bom fim.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Find by meaning</source>
        <translation>Buscar pelo sentido</translation>
    </message>
    <message>
        <source>Rerank</source>
        <translation>Reordenar</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Neste computador</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequenos</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Médios</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grandes</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Português</translation>
    </message>
    <message>
        <source>Everything works without them. Each runs on this computer only.</source>
        <translation>Tudo funciona sem eles. Cada um roda só neste computador.</translation>
    </message>
    <message>
        <source>It has %1 of memory, %2 of them free, and %3 cores.</source>
        <translation>Ele tem %1 de RAM, %2 livres, e %3 núcleos.</translation>
    </message>
    <message>
        <source>Models take %1 of the disk; %2 are free.</source>
        <translation>Os modelos ocupam %1 do disco; %2 estão livres.</translation>
    </message>
    <message>
        <source>%1 can’t be run: %2.</source>
        <translation>%1 não pode ser executado: %2.</translation>
    </message>
    <message>
        <source>%1 ended twice over the same work, which is set apart: %2.</source>
        <translation>%1 terminou duas vezes com o mesmo trabalho, que foi posto de lado: %2.</translation>
    </message>
    <message>
        <source>rests: another one is in use</source>
        <translation>descansa: outro está em uso</translation>
    </message>
    <message>
        <source>not prepared</source>
        <translation>não preparado</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Add a GGUF file…</source>
        <translation>Adicionar um arquivo GGUF…</translation>
    </message>
    <message>
        <source>Looking what there is…</source>
        <translation>Vendo o que há…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>None of these is here.</source>
        <translation>Nenhum destes está aqui.</translation>
    </message>
    <message>
        <source>all-MiniLM-L6-v2 finds by meaning; it comes with Mnemoteca. English first.</source>
        <translation>all-MiniLM-L6-v2 encontra pelo sentido; vem com a Mnemoteca. Inglês em primeiro lugar.</translation>
    </message>
</context>
<context>
    <name>NamesPart</name>
    <message>
        <source>Search this name</source>
        <translation>Buscar este nome</translation>
    </message>
    <message>
        <source>It is no name</source>
        <translation>Não é um nome</translation>
    </message>
    <message>
        <source>Purge everything about it…</source>
        <translation>Expurgar tudo sobre ele…</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Uma pessoa</translation>
    </message>
    <message>
        <source>An organisation</source>
        <translation>Uma organização</translation>
    </message>
    <message>
        <source>A place</source>
        <translation>Um lugar</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>Um grupo</translation>
    </message>
    <message>
        <source>A product</source>
        <translation>Um produto</translation>
    </message>
    <message>
        <source>A project</source>
        <translation>Um projeto</translation>
    </message>
    <message>
        <source>A work</source>
        <translation>Uma obra</translation>
    </message>
    <message>
        <source>An event</source>
        <translation>Um evento</translation>
    </message>
    <message>
        <source>A law</source>
        <translation>Uma lei</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Outra coisa</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Offline. A model was last fetched on %1.</source>
        <translation>Offline. Um modelo foi baixado pela última vez em %1.</translation>
    </message>
    <message>
        <source>Offline. No connection but for the set-up.</source>
        <translation>Offline. Nenhuma conexão além das da instalação.</translation>
    </message>
    <message>
        <source>Offline. No connection is on record.</source>
        <translation>Offline. Nenhuma conexão está registrada.</translation>
    </message>
    <message>
        <source>Offline. No connection has ever been made.</source>
        <translation>Offline. Nenhuma conexão foi feita até hoje.</translation>
    </message>
    <message>
        <source>None is on record. What was fetched at a set-up before there was a record is not in it.</source>
        <translation>Nenhuma está registrada. O que uma instalação baixou antes de haver registro não está nele.</translation>
    </message>
    <message>
        <source>No connection has ever been made.</source>
        <translation>Nenhuma conexão foi feita até hoje.</translation>
    </message>
    <message>
        <source>Packages of the system</source>
        <translation>Pacotes do sistema</translation>
    </message>
    <message>
        <source>The packages that Mnemoteca is made of</source>
        <translation>Os pacotes de que a Mnemoteca é feita</translation>
    </message>
    <message>
        <source>The model that finds by meaning</source>
        <translation>O modelo que encontra pelo sentido</translation>
    </message>
    <message>
        <source>The engine for language models</source>
        <translation>O motor de modelos de linguagem</translation>
    </message>
    <message>
        <source>A model that you chose</source>
        <translation>Um modelo que você escolheu</translation>
    </message>
    <message>
        <source>Fetched by %1 from %2</source>
        <translation>Baixado por %1 de %2</translation>
    </message>
    <message>
        <source>under way, or interrupted</source>
        <translation>em andamento, ou interrompido</translation>
    </message>
    <message>
        <source>done</source>
        <translation>feito</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Every connection that was made for Mnemoteca, written down before it was made.</source>
        <translation>Cada conexão feita para a Mnemoteca, anotada antes de ser feita.</translation>
    </message>
    <message>
        <source>The window and the service speak to each other alone, on this machine</source>
        <translation>A janela e o serviço falam só um com o outro, nesta máquina</translation>
    </message>
    <message>
        <source>Nothing that you keep leaves this machine; no account, no statistics</source>
        <translation>Nada do que você guarda sai desta máquina; sem conta, sem estatísticas</translation>
    </message>
    <message>
        <source>Tools fetch at the set-up, or when you ask for it</source>
        <translation>Ferramentas baixam na instalação, ou quando você pede</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Fechar esta mensagem</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The words index was damaged and is being made anew; recall says what it still misses.</source>
        <translation>O índice de palavras estava danificado e está sendo refeito; a busca diz o que ainda falta nele.</translation>
    </message>
    <message>
        <source>The words index knew more than the library and is being made anew; recall says what it still misses.</source>
        <translation>O índice de palavras sabia mais do que a biblioteca e está sendo refeito; a busca diz o que ainda falta nele.</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Nothing is here yet.</source>
        <translation>Ainda não há nada aqui.</translation>
    </message>
    <message>
        <source>Write a note, or open a file.</source>
        <translation>Escreva uma nota ou abra um arquivo.</translation>
    </message>
    <message>
        <source>There are no sessions yet.</source>
        <translation>Ainda não há sessões.</translation>
    </message>
    <message>
        <source>Open a file of conversations, or drop one on the window.</source>
        <translation>Abra um arquivo de conversas ou solte um sobre a janela.</translation>
    </message>
    <message>
        <source>There are no notes yet.</source>
        <translation>Ainda não há notas.</translation>
    </message>
    <message>
        <source>%1 writes one.</source>
        <translation>%1 escreve uma.</translation>
    </message>
    <message>
        <source>Nothing is pinned.</source>
        <translation>Nada está fixado.</translation>
    </message>
    <message>
        <source>%1 pins the memory at hand; it never fades then.</source>
        <translation>%1 fixa a lembrança em mãos; assim ela nunca esmaece.</translation>
    </message>
    <message>
        <source>Nothing has faded.</source>
        <translation>Nada esmaeceu.</translation>
    </message>
    <message>
        <source>What leaves the tiers by time is listed here, and can still be found.</source>
        <translation>O que sai das camadas com o tempo aparece aqui e ainda pode ser encontrado.</translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation>O arquivo está vazio.</translation>
    </message>
    <message>
        <source>What you bring in and is older than a day is listed here.</source>
        <translation>O que você traz e tem mais de um dia aparece aqui.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>A lixeira está vazia.</translation>
    </message>
    <message>
        <source>What you forget waits here, and can be brought back.</source>
        <translation>O que você esquece espera aqui e pode ser trazido de volta.</translation>
    </message>
    <message>
        <source>%1 brings back what is chosen. After the days that are set for the trash it goes for good.</source>
        <translation>%1 traz de volta o que está escolhido. Depois dos dias definidos para a lixeira, vai embora de vez.</translation>
    </message>
    <message>
        <source>%1 is installed.</source>
        <translation>%1 está instalado.</translation>
    </message>
    <message>
        <source>Stopped; what had come in stays</source>
        <translation>Interrompido; o que já entrou fica</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nada novo</translation>
    </message>
    <message>
        <source>Written: %1 %2.</source>
        <translation>Escrito: %1 %2.</translation>
    </message>
    <message>
        <source>Bringing in %1</source>
        <translation>Trazendo %1</translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation>Olhando %1</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Gravando %1</translation>
    </message>
    <message>
        <source>Purging: the last bytes go</source>
        <translation>Expurgando: os últimos bytes saem</translation>
    </message>
    <message>
        <source>Learning from “%1”</source>
        <translation>Aprendendo com “%1”</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>Baixando %1</translation>
    </message>
    <message>
        <source>Taking in %1</source>
        <translation>Instalando %1</translation>
    </message>
    <message>
        <source>Making a smaller copy: %1</source>
        <translation>Fazendo uma cópia menor: %1</translation>
    </message>
    <message>
        <source>It was taken back: what had come in is in the trash.</source>
        <translation>Foi desfeito: o que tinha entrado está na lixeira.</translation>
    </message>
    <message>
        <source>It was stopped; what had come in stays.</source>
        <translation>Foi parado; o que tinha entrado fica.</translation>
    </message>
    <message>
        <source>There was nothing in it that could come in</source>
        <translation>Não havia nada que pudesse entrar</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Outline</source>
        <translation>Sumário</translation>
    </message>
    <message>
        <source>There are more; these are the first 5,000.</source>
        <translation>Há mais; estes são os primeiros 5.000.</translation>
    </message>
    <message>
        <source>This session has no questions and no headings.</source>
        <translation>Esta sessão não tem perguntas nem títulos.</translation>
    </message>
</context>
<context>
    <name>Owing</name>
    <message>
        <source>its tier and pin</source>
        <translation>a camada e o alfinete</translation>
    </message>
    <message>
        <source>being recent</source>
        <translation>ser recente</translation>
    </message>
    <message>
        <source>the hop</source>
        <translation>o salto</translation>
    </message>
    <message>
        <source>being said by you</source>
        <translation>ter sido dita por você</translation>
    </message>
    <message>
        <source>its speaker’s name</source>
        <translation>o nome de quem falou</translation>
    </message>
    <message>
        <source>its session</source>
        <translation>a sessão</translation>
    </message>
    <message>
        <source>what was said beside it</source>
        <translation>o que foi dito ao lado</translation>
    </message>
    <message>
        <source>its meaning</source>
        <translation>o sentido</translation>
    </message>
    <message>
        <source>the phrase</source>
        <translation>a frase</translation>
    </message>
    <message>
        <source>its words</source>
        <translation>as palavras</translation>
    </message>
    <message>
        <source>Without %1 it would be number %2.</source>
        <translation>Sem %1, seria a número %2.</translation>
    </message>
    <message>
        <source>Without %1 it would be number %2, after “%3”.</source>
        <translation>Sem %1, seria a número %2, depois de “%3”.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Palette</source>
        <translation>Paleta</translation>
    </message>
    <message>
        <source>What do you want to do, or where to go?</source>
        <translation>O que fazer, ou aonde ir?</translation>
    </message>
    <message>
        <source>A command, a session, a tag…</source>
        <translation>Um comando, uma sessão, uma etiqueta…</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>O que combina</translation>
    </message>
    <message>
        <source>Nothing of that name. Search everything with %1.</source>
        <translation>Nada com esse nome. Busque em tudo com %1.</translation>
    </message>
</context>
<context>
    <name>PlacesPane</name>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Cuidado</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fontes</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Conhecimento</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessões</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixadas</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Lixeira</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cópias de segurança</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>Quem e o quê</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fatos</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Sono</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Contradições</translation>
    </message>
    <message>
        <source>Fading soon</source>
        <translation>Esmaecem em breve</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>All else works without it.</source>
        <translation>Todo o resto funciona sem ele.</translation>
    </message>
    <message>
        <source>The engine for language models will be built soon</source>
        <translation>O motor de modelos de linguagem será montado em breve</translation>
    </message>
    <message>
        <source>The engine for language models could not be prepared</source>
        <translation>Não foi possível preparar o motor de modelos de linguagem</translation>
    </message>
    <message>
        <source>The preparation of the engine for language models was interrupted</source>
        <translation>O preparo do motor de modelos de linguagem foi interrompido</translation>
    </message>
    <message>
        <source>The next ./run takes it up again.</source>
        <translation>O próximo ./run o retoma.</translation>
    </message>
    <message>
        <source>The engine for language models is being built</source>
        <translation>O motor de modelos de linguagem está sendo montado</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>There is nothing in this note.</source>
        <translation>Não há nada nesta nota.</translation>
    </message>
    <message>
        <source>Write a word or two and keep it again.</source>
        <translation>Escreva uma ou duas palavras e guarde de novo.</translation>
    </message>
    <message>
        <source>Importance {value} is outside 0 to 1.</source>
        <translation>A importância {value} está fora de 0 a 1.</translation>
    </message>
    <message>
        <source>Give a number such as 0.7.</source>
        <translation>Dê um número como 0.7.</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be from {low} to {high}.</source>
        <translation>{name} é {value}; deve estar entre {low} e {high}.</translation>
    </message>
    <message>
        <source>Give a number in that range.</source>
        <translation>Dê um número nesse intervalo.</translation>
    </message>
    <message>
        <source>The question has no words.</source>
        <translation>A pergunta não tem palavras.</translation>
    </message>
    <message>
        <source>Type what you are looking for.</source>
        <translation>Digite o que você procura.</translation>
    </message>
    <message>
        <source>“{value}” is not a date I understand.</source>
        <translation>“{value}” não é uma data que eu entenda.</translation>
    </message>
    <message>
        <source>Write it as 2026-11-21, or 2026-11-21T18:30+00:00.</source>
        <translation>Escreva como 2026-11-21 ou 2026-11-21T18:30+00:00.</translation>
    </message>
    <message>
        <source>“{value}” is not a time window.</source>
        <translation>“{value}” não é uma janela de tempo.</translation>
    </message>
    <message>
        <source>Use 1h, 1d, 1w or 1m.</source>
        <translation>Use 1h, 1d, 1w ou 1m.</translation>
    </message>
    <message>
        <source>“{value}” is not a tier.</source>
        <translation>“{value}” não é uma camada.</translation>
    </message>
    <message>
        <source>Use short, medium, long, faded or archive.</source>
        <translation>Use short, medium, long, faded ou archive.</translation>
    </message>
    <message>
        <source>“{value}” can&apos;t be searched by.</source>
        <translation>Não se pode buscar por “{value}”.</translation>
    </message>
    <message>
        <source>Use words, meaning or all.</source>
        <translation>Use words, meaning ou all.</translation>
    </message>
    <message>
        <source>“{value}” can&apos;t be the value of {name}.</source>
        <translation>“{value}” não pode ser o valor de {name}.</translation>
    </message>
    <message>
        <source>{expected}</source>
        <translation>{expected}</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be a space&apos;s name.</source>
        <translation>“{name}” não pode ser o nome de um espaço.</translation>
    </message>
    <message>
        <source>Use 1 to 80 characters that are not only blanks.</source>
        <translation>Use de 1 a 80 caracteres que não sejam só espaços.</translation>
    </message>
    <message>
        <source>There is already a space called “{name}”.</source>
        <translation>Já existe um espaço chamado “{name}”.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Escolha outro nome.</translation>
    </message>
    <message>
        <source>The space “{name}” is the default one and stays.</source>
        <translation>O espaço “{name}” é o padrão e fica.</translation>
    </message>
    <message>
        <source>Forget its memories, or make another space.</source>
        <translation>Esqueça as suas lembranças, ou crie outro espaço.</translation>
    </message>
    <message>
        <source>Memory {id} is not a note; what was said stays as it was said.</source>
        <translation>A lembrança {id} não é uma nota; o que foi dito fica como foi dito.</translation>
    </message>
    <message>
        <source>Write a note about it instead.</source>
        <translation>Em vez disso, escreva uma nota sobre ela.</translation>
    </message>
    <message>
        <source>“{value}” can&apos;t be a tag.</source>
        <translation>“{value}” não pode ser uma etiqueta.</translation>
    </message>
    <message>
        <source>Use letters, digits, - _ and /, with at least one letter.</source>
        <translation>Use letras, dígitos, - _ e /, com pelo menos uma letra.</translation>
    </message>
    <message>
        <source>This text has {size} characters; at most {limit} fit into one memory.</source>
        <translation>Este texto tem {size} caracteres; no máximo {limit} cabem em uma lembrança.</translation>
    </message>
    <message>
        <source>Split it, or import it as a file.</source>
        <translation>Divida-o ou importe-o como arquivo.</translation>
    </message>
    <message>
        <source>{path} is in no format that can be read here.</source>
        <translation>{path} não está em um formato que possa ser lido aqui.</translation>
    </message>
    <message>
        <source>Mnemoteca reads what assistants export and record, Markdown, text, HTML, PDF, git and “sessions”.</source>
        <translation>A Mnemoteca lê o que os assistentes exportam e gravam, Markdown, texto, HTML, PDF, git e “sessions”.</translation>
    </message>
    <message>
        <source>There is no import format called “{name}”.</source>
        <translation>Não há formato de importação chamado “{name}”.</translation>
    </message>
    <message>
        <source>Use one of: {formats}.</source>
        <translation>Use um destes: {formats}.</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} não é um arquivo.</translation>
    </message>
    <message>
        <source>Point at the file itself.</source>
        <translation>Indique o próprio arquivo.</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} está vazio.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>{path} is not a backup of a library.</source>
        <translation>{path} não é uma cópia de segurança de uma biblioteca.</translation>
    </message>
    <message>
        <source>Choose a file from the backups folder.</source>
        <translation>Escolha um arquivo da pasta de cópias de segurança.</translation>
    </message>
    <message>
        <source>No memory was named.</source>
        <translation>Nenhuma lembrança foi indicada.</translation>
    </message>
    <message>
        <source>Name one or more by their numbers.</source>
        <translation>Indique uma ou mais pelos números.</translation>
    </message>
    <message>
        <source>What came as {path} is not text in UTF-8 (byte {position}).</source>
        <translation>O que veio como {path} não é texto em UTF-8 (byte {position}).</translation>
    </message>
    <message>
        <source>Convert it first, for example with: iconv -t UTF-8.</source>
        <translation>Converta antes, por exemplo com: iconv -t UTF-8.</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}: {reason}</translation>
    </message>
    <message>
        <source>Line {line} of {path} is not a question.</source>
        <translation>A linha {line} de {path} não é uma pergunta.</translation>
    </message>
    <message>
        <source>Each line is {{&quot;id&quot;: …, &quot;question&quot;: …}}.</source>
        <translation>Cada linha é {{&quot;id&quot;: …, &quot;question&quot;: …}}.</translation>
    </message>
    <message>
        <source>There is no memory {id}.</source>
        <translation>Não há lembrança {id}.</translation>
    </message>
    <message>
        <source>See what there is with: mnemoteca recall WORDS.</source>
        <translation>Veja o que há com: mnemoteca recall PALAVRAS.</translation>
    </message>
    <message>
        <source>There is no session {id}.</source>
        <translation>Não há sessão {id}.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca sessions.</source>
        <translation>Veja as sessões com: mnemoteca sessions.</translation>
    </message>
    <message>
        <source>There is no space called “{name}”.</source>
        <translation>Não há espaço chamado “{name}”.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca spaces.</source>
        <translation>Veja os espaços com: mnemoteca spaces.</translation>
    </message>
    <message>
        <source>Name one thing to purge: memories, a session, an entity, or a space, with days or without.</source>
        <translation>Diga uma só coisa a expurgar: lembranças, uma sessão, alguém ou algo, ou um espaço, com dias ou sem.</translation>
    </message>
    <message>
        <source>Choose another folder (--data names that of the library), or change its permissions.</source>
        <translation>Escolha outra pasta (--data indica a da biblioteca) ou mude as permissões dela.</translation>
    </message>
    <message>
        <source>There is no commit {hash} in {where}.</source>
        <translation>Não há commit {hash} em {where}.</translation>
    </message>
    <message>
        <source>Look at the repository with: git log.</source>
        <translation>Veja o repositório com: git log.</translation>
    </message>
    <message>
        <source>There is no job {id}.</source>
        <translation>Não há tarefa {id}.</translation>
    </message>
    <message>
        <source>{name} is given by {variable}.</source>
        <translation>{name} é dado por {variable}.</translation>
    </message>
    <message>
        <source>Change that, and stop the service: the next one reads it.</source>
        <translation>Mude isso e pare o serviço: o próximo o lê.</translation>
    </message>
    <message>
        <source>{folder} lies in the folder of the library itself.</source>
        <translation>{folder} está dentro da própria pasta da biblioteca.</translation>
    </message>
    <message>
        <source>Choose one on another disk, or one that is kept in step with another machine.</source>
        <translation>Escolha uma em outro disco, ou uma que seja sincronizada com outra máquina.</translation>
    </message>
    <message>
        <source>The last backup could not be copied to the second folder: {reason}</source>
        <translation>A última cópia de segurança não pôde ser copiada para a segunda pasta: {reason}</translation>
    </message>
    <message>
        <source>A backup is being brought back.</source>
        <translation>Uma cópia de segurança está sendo trazida de volta.</translation>
    </message>
    <message>
        <source>Wait a moment; the library opens again by itself.</source>
        <translation>Espere um momento; a biblioteca volta a abrir sozinha.</translation>
    </message>
    <message>
        <source>Line {line} of {path} is not a text to look at.</source>
        <translation>A linha {line} de {path} não é um texto que se possa olhar.</translation>
    </message>
    <message>
        <source>Each line is {{&quot;id&quot;: …, &quot;text&quot;: …}}, and may say when: &quot;reference&quot;: &quot;2026-11-21T18:30&quot;.</source>
        <translation>Cada linha é {{&quot;id&quot;: …, &quot;text&quot;: …}}, e pode dizer quando: &quot;reference&quot;: &quot;2026-11-21T18:30&quot;.</translation>
    </message>
    <message>
        <source>Line {line} of {path} was said at “{value}”, which is not a date.</source>
        <translation>A linha {line} de {path} foi dita em “{value}”, que não é uma data.</translation>
    </message>
    <message>
        <source>There is no receipt {id}.</source>
        <translation>Não há recibo {id}.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca receipts.</source>
        <translation>Veja quais há com: mnemoteca receipts.</translation>
    </message>
    <message>
        <source>There is nothing there to purge.</source>
        <translation>Não há nada ali para expurgar.</translation>
    </message>
    <message>
        <source>Nothing was purged: it can&apos;t be undone.</source>
        <translation>Nada foi expurgado: não há como desfazer.</translation>
    </message>
    <message>
        <source>If you are sure, say it again with --yes.</source>
        <translation>Se tiver certeza, repita com --yes.</translation>
    </message>
    <message>
        <source>See how with: mnemoteca purge --help.</source>
        <translation>Veja como com: mnemoteca purge --help.</translation>
    </message>
    <message>
        <source>See what runs with: mnemoteca service status.</source>
        <translation>Veja o que está em andamento com: mnemoteca service status.</translation>
    </message>
    <message>
        <source>Job {id} is not an import.</source>
        <translation>A tarefa {id} não é uma importação.</translation>
    </message>
    <message>
        <source>See what came in with: mnemoteca service status.</source>
        <translation>Veja o que entrou com: mnemoteca service status.</translation>
    </message>
    <message>
        <source>There is no setting called “{name}”.</source>
        <translation>Não há ajuste chamado “{name}”.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca service status.</source>
        <translation>Veja os ajustes com: mnemoteca service status.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Não há arquivo {path}.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Confira o caminho.</translation>
    </message>
    <message>
        <source>This list is no longer open.</source>
        <translation>Esta lista não está mais aberta.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Abra de novo.</translation>
    </message>
    <message>
        <source>There is nothing to undo in “{space}”.</source>
        <translation>Não há nada a desfazer em “{space}”.</translation>
    </message>
    <message>
        <source>There is nothing to redo in “{space}”.</source>
        <translation>Não há nada a refazer em “{space}”.</translation>
    </message>
    <message>
        <source>The service did not start within {seconds} s.</source>
        <translation>O serviço não iniciou em {seconds} s.</translation>
    </message>
    <message>
        <source>The reason stands in {log}.</source>
        <translation>O motivo está em {log}.</translation>
    </message>
    <message>
        <source>No service runs for {folder}.</source>
        <translation>Nenhum serviço atende {folder}.</translation>
    </message>
    <message>
        <source>It starts by itself with the next command that needs it.</source>
        <translation>Ele inicia sozinho com o próximo comando que precisar dele.</translation>
    </message>
    <message>
        <source>The service went away in the middle of this.</source>
        <translation>O serviço se foi no meio disto.</translation>
    </message>
    <message>
        <source>Try again; it starts by itself.</source>
        <translation>Tente de novo; ele inicia sozinho.</translation>
    </message>
    <message>
        <source>The service is just stopping.</source>
        <translation>O serviço está encerrando.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Tente de novo em um instante.</translation>
    </message>
    <message>
        <source>The running service is of an older version and did not make way.</source>
        <translation>O serviço em execução é de uma versão mais antiga e não deu lugar.</translation>
    </message>
    <message>
        <source>Stop it with: mnemoteca service stop.</source>
        <translation>Pare-o com: mnemoteca service stop.</translation>
    </message>
    <message>
        <source>The running service is newer ({service}) than this program ({client}).</source>
        <translation>O serviço em execução é mais novo ({service}) do que este programa ({client}).</translation>
    </message>
    <message>
        <source>Update this program, or stop the service with the newer one.</source>
        <translation>Atualize este programa ou pare o serviço com o mais novo.</translation>
    </message>
    <message>
        <source>The service has too much to do to take this now.</source>
        <translation>O serviço tem coisas demais a fazer para aceitar isto agora.</translation>
    </message>
    <message>
        <source>What answers at {address} belongs to another user.</source>
        <translation>O que responde em {address} pertence a outro usuário.</translation>
    </message>
    <message>
        <source>Nothing was sent. Remove it, or set XDG_RUNTIME_DIR to a folder of your own.</source>
        <translation>Nada foi enviado. Remova-o ou defina XDG_RUNTIME_DIR com uma pasta sua.</translation>
    </message>
    <message>
        <source>The service could not read what this program sent.</source>
        <translation>O serviço não conseguiu ler o que este programa enviou.</translation>
    </message>
    <message>
        <source>Update Mnemoteca, so that both are of one version.</source>
        <translation>Atualize a Mnemoteca para que os dois sejam da mesma versão.</translation>
    </message>
    <message>
        <source>“{name}” was called with something it does not take: {reason}.</source>
        <translation>“{name}” foi chamado com algo que não aceita: {reason}.</translation>
    </message>
    <message>
        <source>Check what was given.</source>
        <translation>Confira o que foi informado.</translation>
    </message>
    <message>
        <source>This holds something that can be neither sent nor kept: {reason}.</source>
        <translation>Há aqui algo que não pode ser enviado nem guardado: {reason}.</translation>
    </message>
    <message>
        <source>Remove broken characters and very large numbers.</source>
        <translation>Remova caracteres quebrados e números muito grandes.</translation>
    </message>
    <message>
        <source>This is too large to be sent at once ({size} bytes; at most {limit}).</source>
        <translation>Isto é grande demais para ser enviado de uma vez ({size} bytes; no máximo {limit}).</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>Divida-o.</translation>
    </message>
    <message>
        <source>The service knows no “{name}”.</source>
        <translation>O serviço não conhece “{name}”.</translation>
    </message>
    <message>
        <source>Something went wrong inside the service ({what}).</source>
        <translation>Algo deu errado dentro do serviço ({what}).</translation>
    </message>
    <message>
        <source>It is written down in {log}. Your data is unchanged.</source>
        <translation>Está anotado em {log}. Seus dados não mudaram.</translation>
    </message>
    <message>
        <source>Something went wrong inside this program ({what}).</source>
        <translation>Algo deu errado dentro deste programa ({what}).</translation>
    </message>
    <message>
        <source>Where it struck is written down in {log}; your memories are safe in the library.</source>
        <translation>Onde aconteceu está anotado em {log}; suas lembranças estão seguras na biblioteca.</translation>
    </message>
    <message>
        <source>A window is open on this library, and it does not answer.</source>
        <translation>Há uma janela aberta nesta biblioteca, e ela não responde.</translation>
    </message>
    <message>
        <source>Close it, or end its process, and try again.</source>
        <translation>Feche-a, ou encerre o processo dela, e tente de novo.</translation>
    </message>
    <message>
        <source>There is no screen to open the window on.</source>
        <translation>Não há tela em que abrir a janela.</translation>
    </message>
    <message>
        <source>Start it from a desktop; the commands work without.</source>
        <translation>Inicie a partir de uma área de trabalho; os comandos funcionam sem ela.</translation>
    </message>
    <message>
        <source>The library in {folder} is already open in process {pid}.</source>
        <translation>A biblioteca em {folder} já está aberta no processo {pid}.</translation>
    </message>
    <message>
        <source>Use that one, or stop it with: mnemoteca service stop.</source>
        <translation>Use aquele ou pare-o com: mnemoteca service stop.</translation>
    </message>
    <message>
        <source>The library in {folder} was written by a newer Mnemoteca (format {found}; this one knows {known}).</source>
        <translation>A biblioteca em {folder} foi escrita por uma Mnemoteca mais nova (formato {found}; esta conhece {known}).</translation>
    </message>
    <message>
        <source>Update Mnemoteca. Nothing was changed.</source>
        <translation>Atualize a Mnemoteca. Nada foi alterado.</translation>
    </message>
    <message>
        <source>The database {path} is damaged: {reason}.</source>
        <translation>O banco de dados {path} está danificado: {reason}.</translation>
    </message>
    <message>
        <source>Bring back the last backup ({backup}) with: mnemoteca restore-backup.</source>
        <translation>Traga de volta a última cópia de segurança ({backup}) com: mnemoteca restore-backup.</translation>
    </message>
    <message>
        <source>The last {count} changes of this library are missing: its write-ahead log was lost or damaged.</source>
        <translation>Faltam as últimas {count} mudanças desta biblioteca: o registro de gravação foi perdido ou danificado.</translation>
    </message>
    <message>
        <source>The last backup is {backup}; bring it back with mnemoteca restore-backup, or go on with what is here.</source>
        <translation>A última cópia de segurança é {backup}; traga-a de volta com mnemoteca restore-backup ou siga com o que está aqui.</translation>
    </message>
    <message>
        <source>{path} is damaged and was set aside as {aside}.</source>
        <translation>{path} está danificado e foi posto de lado como {aside}.</translation>
    </message>
    <message>
        <source>It was made anew; nothing else was lost.</source>
        <translation>Foi refeito; nada mais se perdeu.</translation>
    </message>
    <message>
        <source>{path} could not be read to its end: {reason}.</source>
        <translation>{path} não pôde ser lido até o fim: {reason}.</translation>
    </message>
    <message>
        <source>What came before it is in; repair the file and import it again.</source>
        <translation>O que vinha antes entrou; conserte o arquivo e importe-o de novo.</translation>
    </message>
    <message>
        <source>There is no space left in {folder}.</source>
        <translation>Não há mais espaço em {folder}.</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing that was kept is lost.</source>
        <translation>Libere espaço e tente de novo; nada do que foi guardado se perdeu.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be written to.</source>
        <translation>Não é possível gravar em {folder}.</translation>
    </message>
    <message>
        <source>The data folder {folder} is gone.</source>
        <translation>A pasta de dados {folder} sumiu.</translation>
    </message>
    <message>
        <source>Bring it back, or start with a new one.</source>
        <translation>Traga-a de volta ou comece com uma nova.</translation>
    </message>
    <message>
        <source>There is already a file {path}.</source>
        <translation>Já existe um arquivo {path}.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {reason}.</source>
        <translation>Não foi possível ler {path}: {reason}.</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Confira o caminho e as permissões.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Isto foi cancelado.</translation>
    </message>
    <message>
        <source>What was done until then stays.</source>
        <translation>O que foi feito até então fica.</translation>
    </message>
    <message>
        <source>This took longer than {seconds} s and was given up.</source>
        <translation>Isto levou mais de {seconds} s e foi abandonado.</translation>
    </message>
    <message>
        <source>Try again, or with less at once.</source>
        <translation>Tente de novo, ou com menos de uma vez.</translation>
    </message>
    <message>
        <source>The model that finds by meaning is not prepared.</source>
        <translation>O modelo que encontra pelo sentido não está preparado.</translation>
    </message>
    <message>
        <source>Prepare it with: mnemoteca models prepare.</source>
        <translation>Prepare-o com: mnemoteca models prepare.</translation>
    </message>
    <message>
        <source>What was said can&apos;t be found by meaning: {reason}.</source>
        <translation>O que foi dito não pode ser encontrado pelo sentido: {reason}.</translation>
    </message>
    <message>
        <source>Try again with: mnemoteca models prepare; words are found without it.</source>
        <translation>Tente de novo com: mnemoteca models prepare; as palavras são encontradas sem ele.</translation>
    </message>
    <message>
        <source>Not everything could be indexed: {reason}.</source>
        <translation>Nem tudo pôde ser indexado: {reason}.</translation>
    </message>
    <message>
        <source>Run: mnemoteca doctor.</source>
        <translation>Execute: mnemoteca doctor.</translation>
    </message>
    <message>
        <source>There is no export format called “{name}”.</source>
        <translation>Não há formato de exportação chamado “{name}”.</translation>
    </message>
    <message>
        <source>Use sessions or markdown.</source>
        <translation>Use sessions ou markdown.</translation>
    </message>
    <message>
        <source>{path} is not a source that you said yes to.</source>
        <translation>{path} não é uma fonte que você aceitou.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca sources.</source>
        <translation>Veja as fontes com: mnemoteca sources.</translation>
    </message>
    <message>
        <source>Job {id} is not a preview.</source>
        <translation>A tarefa {id} não é uma prévia.</translation>
    </message>
    <message>
        <source>Make one with: mnemoteca import --preview PATH.</source>
        <translation>Faça uma com: mnemoteca import --preview CAMINHO.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Não há uma pasta {folder}.</translation>
    </message>
    <message>
        <source>Make it first, or choose another one.</source>
        <translation>Crie-a antes ou escolha outra.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nada foi gravado.</translation>
    </message>
    <message>
        <source>Cancelled; {count} memories are in.</source>
        <translation>Cancelado; {count} lembranças entraram.</translation>
    </message>
    <message>
        <source>Take them back as one act with: mnemoteca undo --space {space}.</source>
        <translation>Desfaça tudo de uma vez com: mnemoteca undo --space {space}.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} está vazio.</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>Baixe ou copie o arquivo de novo.</translation>
    </message>
    <message>
        <source>{name} is not a GGUF file.</source>
        <translation>{name} não é um arquivo GGUF.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .gguf; models in other formats can&apos;t be run here.</source>
        <translation>Escolha um arquivo cujo nome termine em .gguf; modelos em outros formatos não podem ser executados aqui.</translation>
    </message>
    <message>
        <source>{name} is cut off or damaged (at {where}).</source>
        <translation>{name} está cortado ou danificado (em {where}).</translation>
    </message>
    <message>
        <source>{name} is cut off: it has {there} bytes of at least {wanted}.</source>
        <translation>{name} está cortado: tem {there} bytes de pelo menos {wanted}.</translation>
    </message>
    <message>
        <source>{name} was written for another kind of processor.</source>
        <translation>{name} foi gravado para outro tipo de processador.</translation>
    </message>
    <message>
        <source>Look for a copy in little-endian order.</source>
        <translation>Procure uma cópia em ordem little-endian.</translation>
    </message>
    <message>
        <source>{name} is of version {version} of the GGUF format, which can&apos;t be run here.</source>
        <translation>{name} é da versão {version} do formato GGUF, que não pode ser executada aqui.</translation>
    </message>
    <message>
        <source>Look for another copy of this model.</source>
        <translation>Procure outra cópia deste modelo.</translation>
    </message>
    <message>
        <source>{name} is of the architecture “{architecture}”, which the engine doesn&apos;t know.</source>
        <translation>{name} é da arquitetura “{architecture}”, que o motor não conhece.</translation>
    </message>
    <message>
        <source>Choose another model, or update Mnemoteca.</source>
        <translation>Escolha outro modelo ou atualize a Mnemoteca.</translation>
    </message>
    <message>
        <source>{name} can neither write, embed nor rerank text by itself ({what}).</source>
        <translation>{name} não sabe, sozinho, escrever, buscar por significado nem reordenar textos ({what}).</translation>
    </message>
    <message>
        <source>Choose the file of the model itself.</source>
        <translation>Escolha o arquivo do próprio modelo.</translation>
    </message>
    <message>
        <source>{name} holds a vocabulary, but no model.</source>
        <translation>{name} contém um vocabulário, mas nenhum modelo.</translation>
    </message>
    <message>
        <source>Choose the file that holds the model.</source>
        <translation>Escolha o arquivo que contém o modelo.</translation>
    </message>
    <message>
        <source>{name} has no vocabulary.</source>
        <translation>{name} não tem vocabulário.</translation>
    </message>
    <message>
        <source>Look for a whole copy of this model.</source>
        <translation>Procure uma cópia completa deste modelo.</translation>
    </message>
    <message>
        <source>{name} lacks a part of its weights ({where}).</source>
        <translation>Falta a {name} uma parte dos pesos ({where}).</translation>
    </message>
    <message>
        <source>{name} is one of the {count} files of a model.</source>
        <translation>{name} é um dos {count} arquivos de um modelo.</translation>
    </message>
    <message>
        <source>Look for it as a single file, or join them with: llama-gguf-split --merge.</source>
        <translation>Procure o modelo em um só arquivo ou junte as partes com: llama-gguf-split --merge.</translation>
    </message>
    <message>
        <source>{name} is a reranker of the architecture bert, whose scores come out wrong here.</source>
        <translation>{name} é um reordenador da arquitetura bert, cujas notas saem erradas aqui.</translation>
    </message>
    <message>
        <source>Choose one that is made of XLM-R or Qwen3.</source>
        <translation>Escolha um feito de XLM-R ou Qwen3.</translation>
    </message>
    <message>
        <source>There is no installed model called “{id}”.</source>
        <translation>Não há nenhum modelo instalado chamado “{id}”.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca models list.</source>
        <translation>Veja quais há com: mnemoteca models list.</translation>
    </message>
    <message>
        <source>“{id}” is installed already.</source>
        <translation>“{id}” já está instalado.</translation>
    </message>
    <message>
        <source>Use it, or remove it first.</source>
        <translation>Use esse modelo ou remova-o antes.</translation>
    </message>
    <message>
        <source>The file of “{id}” is missing or holds something else than was installed.</source>
        <translation>O arquivo de “{id}” não está lá ou contém algo diferente do que foi instalado.</translation>
    </message>
    <message>
        <source>Remove the model and install it again.</source>
        <translation>Remova o modelo e instale-o de novo.</translation>
    </message>
    <message>
        <source>“{id}” can&apos;t be used for this: it is made to {kind}.</source>
        <translation>“{id}” não serve para isto: o tipo dele é {kind}.</translation>
    </message>
    <message>
        <source>Choose another model, or another role for it.</source>
        <translation>Escolha outro modelo ou outra função para ele.</translation>
    </message>
    <message>
        <source>“{value}” is not something a model is asked for.</source>
        <translation>“{value}” não é uma função de modelo.</translation>
    </message>
    <message>
        <source>Use one of: {roles}.</source>
        <translation>Use uma destas: {roles}.</translation>
    </message>
    <message>
        <source>There is no model called “{id}” in the catalogue.</source>
        <translation>Não há nenhum modelo chamado “{id}” no catálogo.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as a catalogue of models: {reason}.</source>
        <translation>{path} não pode ser lido como catálogo de modelos: {reason}.</translation>
    </message>
    <message>
        <source>Correct it; the models that come with the app are offered meanwhile.</source>
        <translation>Corrija-o; enquanto isso, são oferecidos os modelos que vêm com o programa.</translation>
    </message>
    <message>
        <source>The engine for language models is not prepared, and with it what downloads them.</source>
        <translation>O motor dos modelos de linguagem não está preparado e, com ele, o que os baixa.</translation>
    </message>
    <message>
        <source>Start Mnemoteca with ./run, which prepares it behind the running app.</source>
        <translation>Inicie a Mnemoteca com ./run, que o prepara por trás do programa em uso.</translation>
    </message>
    <message>
        <source>No model that writes is installed, so none can be chosen.</source>
        <translation>Nenhum modelo que escreve está instalado, então não há o que escolher.</translation>
    </message>
    <message>
        <source>Install one first.</source>
        <translation>Instale um primeiro.</translation>
    </message>
    <message>
        <source>A copy can&apos;t be made in “{value}”.</source>
        <translation>Não se pode fazer uma cópia em “{value}”.</translation>
    </message>
    <message>
        <source>Use one of: {choices}.</source>
        <translation>Use um destes: {choices}.</translation>
    </message>
    <message>
        <source>A copy of “{id}” in {to} would not be smaller: it is in {quantisation} already.</source>
        <translation>Uma cópia de “{id}” em {to} não seria menor: ele já está em {quantisation}.</translation>
    </message>
    <message>
        <source>Choose a smaller one, or another model.</source>
        <translation>Escolha uma menor, ou outro modelo.</translation>
    </message>
    <message>
        <source>No copy of “{id}” could be made: {reason}.</source>
        <translation>Não foi possível fazer uma cópia de “{id}”: {reason}.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, install the model again.</source>
        <translation>Tente de novo; se continuar assim, instale o modelo outra vez.</translation>
    </message>
    <message>
        <source>The engine for language models is not prepared.</source>
        <translation>O motor dos modelos de linguagem não está preparado.</translation>
    </message>
    <message>
        <source>{name} is given under a licence that you have to agree to ({licence}).</source>
        <translation>{name} é cedido sob uma licença que você precisa aceitar ({licence}).</translation>
    </message>
    <message>
        <source>Read it at {link}, then download with --accept-licence.</source>
        <translation>Leia-a em {link} e depois baixe com --accept-licence.</translation>
    </message>
    <message>
        <source>There is no download of “{id}”.</source>
        <translation>Não há nenhum download de “{id}”.</translation>
    </message>
    <message>
        <source>Begin one with: mnemoteca models download {id}.</source>
        <translation>Comece um com: mnemoteca models download {id}.</translation>
    </message>
    <message>
        <source>The download of {name} is paused; what is there stays.</source>
        <translation>O download de {name} está em pausa; o que já veio fica.</translation>
    </message>
    <message>
        <source>Go on with: mnemoteca models download {id}.</source>
        <translation>Continue com: mnemoteca models download {id}.</translation>
    </message>
    <message>
        <source>The download of {name} was cancelled.</source>
        <translation>O download de {name} foi cancelado.</translation>
    </message>
    <message>
        <source>What was there of it is removed.</source>
        <translation>O que já tinha vindo foi removido.</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached, or broke off: {reason}.</source>
        <translation>{host} não pode ser alcançado ou interrompeu: {reason}.</translation>
    </message>
    <message>
        <source>Try again when the network is there; it goes on where it was.</source>
        <translation>Tente de novo quando houver rede; continua de onde parou.</translation>
    </message>
    <message>
        <source>The proxy can&apos;t be used: {reason}.</source>
        <translation>O proxy não pode ser usado: {reason}.</translation>
    </message>
    <message>
        <source>Check it in the settings (models.proxy).</source>
        <translation>Verifique-o nos ajustes (models.proxy).</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set, so nothing is downloaded.</source>
        <translation>HF_HUB_OFFLINE está definida, por isso nada é baixado.</translation>
    </message>
    <message>
        <source>Take it out of the environment.</source>
        <translation>Tire-a do ambiente.</translation>
    </message>
    <message>
        <source>{host} was to be gone to without encryption.</source>
        <translation>Era para ir a {host} sem criptografia.</translation>
    </message>
    <message>
        <source>Nothing was sent there. Try again later.</source>
        <translation>Nada foi enviado para lá. Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>The hub asks who you are before it gives {file}.</source>
        <translation>O repositório pergunta quem você é antes de ceder {file}.</translation>
    </message>
    <message>
        <source>Agree to its terms at {page}, and keep your token with: mnemoteca models token -.</source>
        <translation>Aceite os termos em {page} e guarde seu token com: mnemoteca models token -.</translation>
    </message>
    <message>
        <source>The hub does not give {file} to you.</source>
        <translation>O repositório não cede {file} a você.</translation>
    </message>
    <message>
        <source>Agree to its terms at {page}; your token has to be allowed to read it.</source>
        <translation>Aceite os termos em {page}; seu token precisa ter permissão de leitura.</translation>
    </message>
    <message>
        <source>The hub has no {file} any more.</source>
        <translation>O repositório já não tem {file}.</translation>
    </message>
    <message>
        <source>Look at {page}, or choose another model.</source>
        <translation>Veja {page} ou escolha outro modelo.</translation>
    </message>
    <message>
        <source>{host} asks to be left alone for a while.</source>
        <translation>{host} pede para não ser chamado por um tempo.</translation>
    </message>
    <message>
        <source>Try again later; it goes on where it was.</source>
        <translation>Tente de novo mais tarde; continua de onde parou.</translation>
    </message>
    <message>
        <source>{host} is in trouble (HTTP {status}).</source>
        <translation>{host} está com problemas (HTTP {status}).</translation>
    </message>
    <message>
        <source>{host} refused {file} (HTTP {status}).</source>
        <translation>{host} recusou {file} (HTTP {status}).</translation>
    </message>
    <message>
        <source>Try again later, or choose another model.</source>
        <translation>Tente de novo mais tarde ou escolha outro modelo.</translation>
    </message>
    <message>
        <source>What downloads ended in the middle of it.</source>
        <translation>O que baixa terminou no meio do caminho.</translation>
    </message>
    <message>
        <source>Try again; it goes on where it was.</source>
        <translation>Tente de novo; continua de onde parou.</translation>
    </message>
    <message>
        <source>The hub does not say what {file} has to be, so that it could not be checked.</source>
        <translation>O repositório não diz o que {file} deve ser, de modo que não poderia ser conferido.</translation>
    </message>
    <message>
        <source>Choose another model, or another mirror.</source>
        <translation>Escolha outro modelo ou outro espelho.</translation>
    </message>
    <message>
        <source>What the hub offers as {file} is not the file of the catalogue.</source>
        <translation>O que o repositório oferece como {file} não é o arquivo do catálogo.</translation>
    </message>
    <message>
        <source>Nothing was fetched. Choose another model, or another mirror.</source>
        <translation>Nada foi baixado. Escolha outro modelo ou outro espelho.</translation>
    </message>
    <message>
        <source>What came of {name} has {there} bytes instead of {wanted}.</source>
        <translation>O que veio de {name} tem {there} bytes em vez de {wanted}.</translation>
    </message>
    <message>
        <source>It was removed. Try again.</source>
        <translation>Foi removido. Tente de novo.</translation>
    </message>
    <message>
        <source>What came of {name} is not what was to come: its hash is another one.</source>
        <translation>O que veio de {name} não é o que devia vir: o hash é outro.</translation>
    </message>
    <message>
        <source>It was removed. Try again; if it stays so, choose another mirror.</source>
        <translation>Foi removido. Tente de novo; se continuar assim, escolha outro espelho.</translation>
    </message>
    <message>
        <source>This is no token for {host}.</source>
        <translation>Isto não é um token para {host}.</translation>
    </message>
    <message>
        <source>Give it on standard input: one word, as the hub shows it.</source>
        <translation>Passe-o pela entrada padrão: uma palavra, como o repositório a mostra.</translation>
    </message>
    <message>
        <source>{needed} are needed in {folder}, and {free} may be used.</source>
        <translation>São necessários {needed} em {folder}, e {free} podem ser usados.</translation>
    </message>
    <message>
        <source>Free some space and try again; it goes on where it was.</source>
        <translation>Libere espaço e tente de novo; continua de onde parou.</translation>
    </message>
    <message>
        <source>The keyring of this system can&apos;t be used: {reason}.</source>
        <translation>O chaveiro deste sistema não pode ser usado: {reason}.</translation>
    </message>
    <message>
        <source>Set the environment variable HF_TOKEN for Mnemoteca instead.</source>
        <translation>Em vez disso, defina a variável de ambiente HF_TOKEN para a Mnemoteca.</translation>
    </message>
    <message>
        <source>Something is at work on “{id}” just now.</source>
        <translation>Algo está trabalhando em “{id}” neste momento.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or cancel it first.</source>
        <translation>Espere terminar ou cancele antes.</translation>
    </message>
    <message>
        <source>Nobody and nothing is known as {name}.</source>
        <translation>Não se conhece ninguém nem nada como {name}.</translation>
    </message>
    <message>
        <source>See who is with: mnemoteca entities.</source>
        <translation>Veja quem há com: mnemoteca entities.</translation>
    </message>
    <message>
        <source>There is no relation {name}.</source>
        <translation>Não há relação {name}.</translation>
    </message>
    <message>
        <source>Use one of: {names}.</source>
        <translation>Use uma destas: {names}.</translation>
    </message>
    <message>
        <source>There is no name {id} of one entity.</source>
        <translation>Não há nome {id} de uma entidade.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca entities NAME --json.</source>
        <translation>Veja-os com: mnemoteca entities NOME --json.</translation>
    </message>
    <message>
        <source>There is no kind of place {name}.</source>
        <translation>Não há tipo de lugar {name}.</translation>
    </message>
    <message>
        <source>“{words}” does not stand in memory {id}.</source>
        <translation>“{words}” não está na lembrança {id}.</translation>
    </message>
    <message>
        <source>Give the words as they are written there.</source>
        <translation>Dê as palavras como estão escritas lá.</translation>
    </message>
    <message>
        <source>There is no kind of name {name}.</source>
        <translation>Não há o tipo de nome {name}.</translation>
    </message>
    <message>
        <source>There is no contradiction {id}.</source>
        <translation>Não há contradição {id}.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca contradictions.</source>
        <translation>Veja-as com: mnemoteca contradictions.</translation>
    </message>
    <message>
        <source>These can&apos;t be made one.</source>
        <translation>Estes não podem virar um só.</translation>
    </message>
    <message>
        <source>Name two or more of one space that are not one yet.</source>
        <translation>Dê dois ou mais nomes de um espaço que ainda não sejam um só.</translation>
    </message>
    <message>
        <source>There would be nothing left of it.</source>
        <translation>Não sobraria nada dele.</translation>
    </message>
    <message>
        <source>Name some of its names, or memories with --memories.</source>
        <translation>Dê alguns dos seus nomes, ou lembranças com --memories.</translation>
    </message>
    <message>
        <source>There is no run {id}.</source>
        <translation>Não há rodada {id}.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca runs.</source>
        <translation>Veja-as com: mnemoteca runs.</translation>
    </message>
    <message>
        <source>There is no digest {id}.</source>
        <translation>Não há resumo {id}.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca learned.</source>
        <translation>Veja-os com: mnemoteca learned.</translation>
    </message>
    <message>
        <source>There is no pattern {id}.</source>
        <translation>Não há padrão {id}.</translation>
    </message>
    <message>
        <source>There is no fact {id}.</source>
        <translation>Não há fato {id}.</translation>
    </message>
    <message>
        <source>See them with: mnemoteca facts.</source>
        <translation>Veja-os com: mnemoteca facts.</translation>
    </message>
    <message>
        <source>“{value}” is nothing that a reason is known for.</source>
        <translation>“{value}” não é nada de que se saiba um porquê.</translation>
    </message>
    <message>
        <source>Use memory, digest, pattern or fact.</source>
        <translation>Use memory, digest, pattern ou fact.</translation>
    </message>
    <message>
        <source>“{value}” is not a time that I understand.</source>
        <translation>“{value}” não é um tempo que eu entenda.</translation>
    </message>
    <message>
        <source>Write it as 30m, 6h or 2d.</source>
        <translation>Escreva como 30m, 6h ou 2d.</translation>
    </message>
    <message>
        <source>Only one session can be looked at a time.</source>
        <translation>Só se pode olhar uma sessão de cada vez.</translation>
    </message>
    <message>
        <source>Name one of them.</source>
        <translation>Indique uma delas.</translation>
    </message>
    <message>
        <source>Memory {id} can&apos;t be merged with itself.</source>
        <translation>A lembrança {id} não pode ser unida a si mesma.</translation>
    </message>
    <message>
        <source>Name another one.</source>
        <translation>Indique outra.</translation>
    </message>
    <message>
        <source>Memory {id} is pinned: it is never merged.</source>
        <translation>A lembrança {id} está fixada: nunca é unida a outra.</translation>
    </message>
    <message>
        <source>Take the pin off first: mnemoteca unpin {id}.</source>
        <translation>Antes, desafixe-a: mnemoteca unpin {id}.</translation>
    </message>
    <message>
        <source>Run {id} can&apos;t be applied: it is {state}.</source>
        <translation>A rodada {id} não pode ser aplicada: está {state}.</translation>
    </message>
    <message>
        <source>Make a new one: mnemoteca consolidate --dry-run.</source>
        <translation>Faça uma nova: mnemoteca consolidate --dry-run.</translation>
    </message>
    <message>
        <source>Run {id} can&apos;t be undone: it is {state}.</source>
        <translation>A rodada {id} não pode ser desfeita: está {state}.</translation>
    </message>
    <message>
        <source>See the runs with: mnemoteca runs.</source>
        <translation>Veja as rodadas com: mnemoteca runs.</translation>
    </message>
    <message>
        <source>Run {id} was not applied: {reason}. Nothing was changed.</source>
        <translation>A rodada {id} não foi aplicada: {reason}. Nada mudou.</translation>
    </message>
    <message>
        <source>See it with: mnemoteca run {id}.</source>
        <translation>Veja-a com: mnemoteca run {id}.</translation>
    </message>
    <message>
        <source>Run {id} can&apos;t be undone alone: {what} rests on it.</source>
        <translation>A rodada {id} não pode ser desfeita sozinha: {what} se apoia nela.</translation>
    </message>
    <message>
        <source>Undo that too: --with-later.</source>
        <translation>Desfaça isso também: --with-later.</translation>
    </message>
</context>
<context>
    <name>PurgeCard</name>
    <message>
        <source>purge</source>
        <comment>the word that is typed to confirm</comment>
        <translation>expurgar</translation>
    </message>
    <message>
        <source>Purge everything about “%1”?</source>
        <translation>Expurgar tudo sobre “%1”?</translation>
    </message>
    <message>
        <source>Purge %1?</source>
        <translation>Expurgar %1?</translation>
    </message>
    <message>
        <source>This can’t be undone. Afterwards nothing in this library, its indexes or its backups holds these texts. A receipt without any text keeps an import from bringing them back.</source>
        <translation>Isto não pode ser desfeito. Depois, nada nesta biblioteca, nos índices ou nas cópias de segurança contém estes textos. Um recibo sem texto algum impede que uma importação os traga de volta.</translation>
    </message>
    <message>
        <source>Remove the copies that can’t be opened</source>
        <translation>Remover as cópias que não abrem</translation>
    </message>
    <message>
        <source>Type “%1” to confirm</source>
        <translation>Digite “%1” para confirmar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Forget instead</source>
        <translation>Só esquecer</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Expurgar</translation>
    </message>
</context>
<context>
    <name>Purges</name>
    <message>
        <source>removed</source>
        <translation>removido</translation>
    </message>
    <message>
        <source>go, or do without its words</source>
        <translation>saem, ou ficam sem as palavras</translation>
    </message>
    <message>
        <source>written anew</source>
        <translation>reescrito</translation>
    </message>
    <message>
        <source>can’t be opened</source>
        <translation>não abre</translation>
    </message>
    <message>
        <source>away: seen to when it is back</source>
        <translation>fora de alcance: fica para quando voltar</translation>
    </message>
    <message>
        <source>a file that still holds it</source>
        <translation>um arquivo que ainda o contém</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>Lembranças</translation>
    </message>
    <message>
        <source>A session</source>
        <translation>Uma sessão</translation>
    </message>
    <message>
        <source>A range of days</source>
        <translation>Um intervalo de dias</translation>
    </message>
    <message>
        <source>A whole space</source>
        <translation>Um espaço inteiro</translation>
    </message>
    <message>
        <source>Everything about somebody or something</source>
        <translation>Tudo sobre alguém ou algo</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Em andamento</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Expurgado</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>espera por %1</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>tabelas</translation>
    </message>
    <message>
        <source>words index</source>
        <translation>índice de palavras</translation>
    </message>
    <message>
        <source>vectors</source>
        <translation>vetores</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>rascunhos</translation>
    </message>
</context>
<context>
    <name>Purging</name>
    <message>
        <source>Purged. The last bytes go in the background.</source>
        <translation>Expurgado. Os últimos bytes saem em segundo plano.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>One moment…</source>
        <translation>Um momento…</translation>
    </message>
    <message>
        <source>Choose something to read it here.</source>
        <translation>Escolha algo para ler aqui.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Unpin this memory</source>
        <translation>Desafixar esta lembrança</translation>
    </message>
    <message>
        <source>Pin this memory</source>
        <translation>Fixar esta lembrança</translation>
    </message>
    <message>
        <source>Forget this memory</source>
        <translation>Esquecer esta lembrança</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leitor</translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>Why do I remember this?</source>
        <translation>Por que me lembro disto?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Ler</translation>
    </message>
    <message>
        <source>It rests on</source>
        <translation>Apoia-se em</translation>
    </message>
    <message>
        <source>What rests on it</source>
        <translation>O que se apoia nela</translation>
    </message>
    <message>
        <source>Another memory says the same, and was kept</source>
        <translation>Outra lembrança diz o mesmo, e foi mantida</translation>
    </message>
    <message>
        <source>An assistant’s echo of another memory: nothing is learned from it</source>
        <translation>Eco de um assistente de outra lembrança: nada se aprende com ele</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Mostrar a rodada</translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message>
        <source>Receipts</source>
        <translation>Recibos</translation>
    </message>
    <message>
        <source>What you purged. A receipt holds no text: only marks, by which it is known when it comes again.</source>
        <translation>O que você expurgou. Um recibo não guarda texto: só marcas, pelas quais é reconhecido se vier de novo.</translation>
    </message>
    <message>
        <source>Nothing was purged yet.</source>
        <translation>Nada foi expurgado ainda.</translation>
    </message>
</context>
<context>
    <name>RestoreBox</name>
    <message>
        <source>Bring back the library of %1?</source>
        <translation>Trazer de volta a biblioteca de %1?</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Deixar como está</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Trazer de volta</translation>
    </message>
    <message>
        <source>Back up first, then bring it back</source>
        <translation>Copiar antes, depois trazer de volta</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>What is here now is being backed up…</source>
        <translation>O que está aqui agora está sendo copiado…</translation>
    </message>
    <message>
        <source>It is being brought back…</source>
        <translation>Está sendo trazida de volta…</translation>
    </message>
    <message>
        <source>The library is as it was then.</source>
        <translation>A biblioteca está como era então.</translation>
    </message>
    <message>
        <source>It could not be brought back; nothing was changed.</source>
        <translation>Não pôde ser trazida de volta; nada mudou.</translation>
    </message>
</context>
<context>
    <name>RolesCard</name>
    <message>
        <source>Which model does what</source>
        <translation>Que modelo faz o quê</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fixada</translation>
    </message>
    <message>
        <source>importance %1</source>
        <translation>importância %1</translation>
    </message>
    <message>
        <source>words %1</source>
        <translation>palavras %1</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>sentido</translation>
    </message>
    <message>
        <source>%1 hops by %2</source>
        <translation>%1 saltos por %2</translation>
    </message>
    <message>
        <source>asked again with %1</source>
        <translation>perguntado de novo com %1</translation>
    </message>
    <message>
        <source>name, title or date</source>
        <translation>nome, título ou data</translation>
    </message>
    <message>
        <source>beside what was said</source>
        <translation>ao lado do que foi dito</translation>
    </message>
    <message>
        <source>read as %1</source>
        <translation>lido como %1</translation>
    </message>
    <message>
        <source>read once more</source>
        <translation>lido mais uma vez</translation>
    </message>
    <message>
        <source>the reranker had too little time</source>
        <translation>o reordenador teve pouco tempo</translation>
    </message>
    <message>
        <source>the reranker failed</source>
        <translation>o reordenador falhou</translation>
    </message>
    <message>
        <source>word for word</source>
        <translation>palavra por palavra</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>Sem projeto</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>recente</translation>
    </message>
</context>
<context>
    <name>RunPane</name>
    <message>
        <source>decide</source>
        <translation>decidir</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Rodada</translation>
    </message>
    <message>
        <source>Nothing new to learn.</source>
        <translation>Nada de novo a aprender.</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Aprendido</translation>
    </message>
    <message>
        <source>Kept for good</source>
        <translation>Guardadas para sempre</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Deixadas ir</translation>
    </message>
    <message>
        <source>For you to decide</source>
        <translation>Para você decidir</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Undo with what rests on it</source>
        <translation>Desfazer com o que se apoia nela</translation>
    </message>
    <message>
        <source>Undo this run</source>
        <translation>Desfazer esta rodada</translation>
    </message>
    <message>
        <source>Of %1 taken in: %2 kept for good, %3 faded, %4 left in Medium, %5 only read.</source>
        <translation>De %1 consideradas: %2 guardadas para sempre, %3 esmaecidas, %4 deixadas em Média, %5 só lidas.</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search: %1</source>
        <translation>Busca: %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Save this search…</source>
        <translation>Salvar esta busca…</translation>
    </message>
</context>
<context>
    <name>SearchList</name>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Buscas</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>private key</source>
        <translation>chave privada</translation>
    </message>
    <message>
        <source>bearer token</source>
        <translation>token de acesso</translation>
    </message>
    <message>
        <source>session cookie</source>
        <translation>cookie de sessão</translation>
    </message>
    <message>
        <source>password</source>
        <translation>senha</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>número de cartão</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>segredo</translation>
    </message>
    <message>
        <source>key</source>
        <translation>chave</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>chave de API</translation>
    </message>
    <message>
        <source>signed token (JWT)</source>
        <translation>token assinado (JWT)</translation>
    </message>
    <message>
        <source>%1 key</source>
        <translation>chave %1</translation>
    </message>
    <message>
        <source>%1 token</source>
        <translation>token %1</translation>
    </message>
    <message>
        <source>%1 webhook</source>
        <translation>webhook %1</translation>
    </message>
</context>
<context>
    <name>SeenPage</name>
    <message>
        <source>Format: %1. Choose another one</source>
        <translation>Formato: %1. Escolher outro</translation>
    </message>
    <message>
        <source>Among them: %1</source>
        <translation>Entre elas: %1</translation>
    </message>
    <message>
        <source>Leave the secrets out</source>
        <translation>Deixar os segredos de fora</translation>
    </message>
    <message>
        <source>Only these spans: ‹secret: kind› stands in their place, the rest of the text comes in.</source>
        <translation>Só esses trechos: no lugar fica ‹secret: tipo›, o resto do texto entra.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Ficar com eles</translation>
    </message>
    <message>
        <source>The texts come in as they are, keys and passwords, too.</source>
        <translation>Os textos entram como estão, com chaves e senhas.</translation>
    </message>
    <message>
        <source>What can’t be read</source>
        <translation>O que não pode ser lido</translation>
    </message>
    <message>
        <source>Leave out what only machines write, and very long outputs of tools</source>
        <translation>Deixar de fora o que só máquinas escrevem e saídas muito longas de ferramentas</translation>
    </message>
    <message>
        <source>Leave out all outputs of tools</source>
        <translation>Deixar de fora todas as saídas de ferramentas</translation>
    </message>
    <message>
        <source>Bring back what of it is in the trash</source>
        <translation>Trazer de volta o que já está na lixeira</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formatos</translation>
    </message>
</context>
<context>
    <name>SessionPart</name>
    <message>
        <source>This session</source>
        <translation>Esta sessão</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>O que contém</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>De onde veio</translation>
    </message>
    <message>
        <source>Commits made during it</source>
        <translation>Commits feitos durante ela</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sem título</translation>
    </message>
    <message>
        <source>Open the commit %1</source>
        <translation>Abrir o commit %1</translation>
    </message>
    <message>
        <source>Search the tag %1</source>
        <translation>Buscar a etiqueta %1</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset %1</source>
        <translation>Voltar %1 ao padrão</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Escolher uma pasta…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>nenhuma tecla</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Busca</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leitura</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>Em segundo plano</translation>
    </message>
    <message>
        <source>Sleep and forgetting</source>
        <translation>Sono e esquecimento</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Lixeira</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cópias de segurança</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Dark, light, of high contrast, or as the system has them.</source>
        <translation>Escuras, claras, de alto contraste ou como no sistema.</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Tamanho de tudo</translation>
    </message>
    <message>
        <source>Words, icons and the room around them; it changes at once.</source>
        <translation>Palavras, ícones e o espaço em volta; muda na hora.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Movimento</translation>
    </message>
    <message>
        <source>Whether what opens and closes moves, or is simply there.</source>
        <translation>Se o que abre e fecha se move ou simplesmente aparece.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of everything in the window; it changes at once.</source>
        <translation>De tudo na janela; muda na hora.</translation>
    </message>
    <message>
        <source>Show texts formatted</source>
        <translation>Mostrar os textos formatados</translation>
    </message>
    <message>
        <source>Headings, lists and code as they are meant; else as they were written.</source>
        <translation>Títulos, listas e código como devem ser; senão, como foram escritos.</translation>
    </message>
    <message>
        <source>Key for a quick note</source>
        <translation>Tecla para uma nota rápida</translation>
    </message>
    <message>
        <source>Opens the box to write a note in, whatever program you are at.</source>
        <translation>Abre a caixa para escrever uma nota, em qualquer programa em que você esteja.</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Iniciar ao entrar no sistema</translation>
    </message>
    <message>
        <source>In the tray, without a window; where there is no tray, with the window minimised.</source>
        <translation>Na bandeja, sem janela; onde não há bandeja, com a janela minimizada.</translation>
    </message>
    <message>
        <source>How long a short memory lives</source>
        <translation>Quanto vive uma lembrança curta</translation>
    </message>
    <message>
        <source>Then it rises, or it fades and can still be found.</source>
        <translation>Depois sobe, ou esmaece e ainda se encontra.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>How many short memories a space holds</source>
        <translation>Quantas lembranças curtas cabem num espaço</translation>
    </message>
    <message>
        <source>When there are more, the oldest makes room.</source>
        <translation>Quando há mais, a mais antiga abre lugar.</translation>
    </message>
    <message>
        <source>How long a medium memory lives</source>
        <translation>Quanto vive uma lembrança média</translation>
    </message>
    <message>
        <source>Then it is kept for good, or it fades and can still be found.</source>
        <translation>Depois fica para sempre, ou esmaece e ainda se encontra.</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Promote by itself</source>
        <translation>Promover sozinha</translation>
    </message>
    <message>
        <source>What matters rises without being asked, in this space.</source>
        <translation>O que importa sobe sem que se peça, neste espaço.</translation>
    </message>
    <message>
        <source>Find by meaning</source>
        <translation>Buscar pelo sentido</translation>
    </message>
    <message>
        <source>Finds what was said in other words, with a small model on this machine.</source>
        <translation>Encontra o que foi dito com outras palavras, com um pequeno modelo nesta máquina.</translation>
    </message>
    <message>
        <source>Suggest tags</source>
        <translation>Sugerir etiquetas</translation>
    </message>
    <message>
        <source>For what is kept, with how much it matters, by small models that learn of what you correct.</source>
        <translation>Para o que é guardado, com o quanto importa, por modelos pequenos que aprendem com o que você corrige.</translation>
    </message>
    <message>
        <source>Language model for everything</source>
        <translation>Modelo de linguagem para tudo</translation>
    </message>
    <message>
        <source>Its id, or a GGUF file; empty: as chosen for each role on the page Models.</source>
        <translation>Seu id, ou um arquivo GGUF; vazio: como escolhido para cada papel na página Modelos.</translation>
    </message>
    <message>
        <source>Copy of a model that runs</source>
        <translation>Cópia de um modelo que roda</translation>
    </message>
    <message>
        <source>Where several are installed: smaller ones are quicker, larger ones say it better.</source>
        <translation>Onde há várias instaladas: as menores são mais rápidas, as maiores dizem melhor.</translation>
    </message>
    <message>
        <source>Where language models run</source>
        <translation>Onde os modelos de linguagem rodam</translation>
    </message>
    <message>
        <source>A graphics card where the engine was built for it.</source>
        <translation>Numa placa de vídeo, se o motor foi feito para ela.</translation>
    </message>
    <message>
        <source>Longest summary</source>
        <translation>Resumo mais longo</translation>
    </message>
    <message>
        <source>That a language model writes, in tokens.</source>
        <translation>Que um modelo de linguagem escreve, em tokens.</translation>
    </message>
    <message>
        <source>How freely words are chosen</source>
        <translation>Com que liberdade as palavras são escolhidas</translation>
    </message>
    <message>
        <source>0: always the likeliest; 2: wildly.</source>
        <translation>0: sempre a mais provável; 2: à solta.</translation>
    </message>
    <message>
        <source>Memory for language models</source>
        <translation>RAM para modelos de linguagem</translation>
    </message>
    <message>
        <source>Of all together; 0: half of this computer’s.</source>
        <translation>De todos juntos; 0: metade da deste computador.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Learn by itself</source>
        <translation>Aprender por conta própria</translation>
    </message>
    <message>
        <source>Every half hour and by night: what was kept is told in digests and patterns.</source>
        <translation>A cada meia hora e à noite: o que foi guardado vira resumos e padrões.</translation>
    </message>
    <message>
        <source>Learn only when nothing is done</source>
        <translation>Aprender só quando nada é feito</translation>
    </message>
    <message>
        <source>A run by itself waits until nothing was done for ten minutes.</source>
        <translation>Uma rodada por conta própria espera até que nada seja feito por dez minutos.</translation>
    </message>
    <message>
        <source>How memories fade</source>
        <translation>Como as lembranças esmaecem</translation>
    </message>
    <message>
        <source>Ebbinghaus by age alone, or FSRS by each time something was recalled.</source>
        <translation>Ebbinghaus só pela idade, ou FSRS por cada vez que algo foi lembrado.</translation>
    </message>
    <message>
        <source>Tokens of a copy as context</source>
        <translation>Tokens de uma cópia como contexto</translation>
    </message>
    <message>
        <source>What is copied for an assistant stays within so many; four signs count as one.</source>
        <translation>O que se copia para um assistente fica dentro de tantos; quatro caracteres contam como um.</translation>
    </message>
    <message>
        <source>Go on while no window is open</source>
        <translation>Continuar sem janela aberta</translation>
    </message>
    <message>
        <source>Memories rise and fade on time; otherwise what is due is done at the next start.</source>
        <translation>As lembranças sobem e esmaecem na hora; senão, o que é devido se faz no próximo início.</translation>
    </message>
    <message>
        <source>Days in the trash</source>
        <translation>Dias na lixeira</translation>
    </message>
    <message>
        <source>What has lain there longer is purged for good; 0 keeps it for ever.</source>
        <translation>O que fica lá por mais tempo é expurgado de vez; 0 guarda para sempre.</translation>
    </message>
    <message>
        <source>Daily backups that are kept</source>
        <translation>Cópias diárias guardadas</translation>
    </message>
    <message>
        <source>Made once a day by itself, in the folder of the library.</source>
        <translation>Feitas uma vez por dia, na pasta da biblioteca.</translation>
    </message>
    <message>
        <source>Weekly backups that are kept</source>
        <translation>Cópias semanais guardadas</translation>
    </message>
    <message>
        <source>Beyond the daily ones.</source>
        <translation>Além das diárias.</translation>
    </message>
    <message>
        <source>A second folder for backups</source>
        <translation>Uma segunda pasta para as cópias de segurança</translation>
    </message>
    <message>
        <source>On another disk, or one that is synced: each backup is copied there, too.</source>
        <translation>Em outro disco, ou uma que seja sincronizada: cada cópia de segurança vai para lá também.</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como no sistema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduzido</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Por si mesmo</translation>
    </message>
    <message>
        <source>4 bits</source>
        <translation>4 bits</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 bits</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 bits</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processador</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Placa de vídeo</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What is changed counts at once.</source>
        <translation>O que você muda vale na hora.</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar um ajuste</translation>
    </message>
    <message>
        <source>No setting of that name.</source>
        <translation>Nenhum ajuste com esse nome.</translation>
    </message>
</context>
<context>
    <name>Skips</name>
    <message>
        <source>it can&apos;t be read: {reason}</source>
        <translation>não pode ser lido: {reason}</translation>
    </message>
    <message>
        <source>the folder can&apos;t be read: {reason}</source>
        <translation>a pasta não pode ser lida: {reason}</translation>
    </message>
    <message>
        <source>it is a link that leads out of the folder; not followed</source>
        <translation>é um link que leva para fora da pasta; não foi seguido</translation>
    </message>
    <message>
        <source>there are more than {count} files; import parts of it one by one</source>
        <translation>há mais de {count} arquivos; traga as partes uma a uma</translation>
    </message>
    <message>
        <source>its name leads out of the zip</source>
        <translation>o nome leva para fora do zip</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>é um link</translation>
    </message>
    <message>
        <source>it is encrypted; unpack the zip with its password and import the folder</source>
        <translation>está criptografado; descompacte o zip com a senha e traga a pasta</translation>
    </message>
    <message>
        <source>it is packed in a way that is not read here; unpack the zip and import the folder</source>
        <translation>está compactado de um modo que não se lê aqui; descompacte o zip e traga a pasta</translation>
    </message>
    <message>
        <source>it would unpack to more than {count} times its size</source>
        <translation>descompactado teria mais de {count} vezes o seu tamanho</translation>
    </message>
    <message>
        <source>it is a zip in a zip; unpack it and import it by itself</source>
        <translation>é um zip dentro de um zip; descompacte-o e traga-o à parte</translation>
    </message>
    <message>
        <source>another one of this name came before it</source>
        <translation>outro com este nome veio antes</translation>
    </message>
    <message>
        <source>the zip is damaged or cut</source>
        <translation>o zip está danificado ou cortado</translation>
    </message>
    <message>
        <source>the zip has more than {count} members</source>
        <translation>o zip tem mais de {count} membros</translation>
    </message>
    <message>
        <source>it has {size} bytes; unpack the zip and import the folder</source>
        <translation>tem {size} bytes; descompacte o zip e traga a pasta</translation>
    </message>
    <message>
        <source>it is damaged or cut ({what})</source>
        <translation>está danificado ou cortado ({what})</translation>
    </message>
    <message>
        <source>it is damaged ({what})</source>
        <translation>está danificado ({what})</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>não é texto</translation>
    </message>
    <message>
        <source>it has no text</source>
        <translation>não tem texto</translation>
    </message>
    <message>
        <source>it is not UTF-8 throughout; what is not was read as Windows-1252</source>
        <translation>não é UTF-8 do começo ao fim; o que não é foi lido como Windows-1252</translation>
    </message>
    <message>
        <source>it has broken characters; they came in as �</source>
        <translation>tem caracteres quebrados; entraram como �</translation>
    </message>
    <message>
        <source>its broken characters, which came in as �</source>
        <translation>seus caracteres quebrados, que entraram como �</translation>
    </message>
    <message>
        <source>its text has {size} characters; at most {most} are kept</source>
        <translation>o texto tem {size} caracteres; guardam-se no máximo {most}</translation>
    </message>
    <message>
        <source>it has {size} bytes; at most {most} are read as one document</source>
        <translation>tem {size} bytes; leem-se no máximo {most} como um só documento</translation>
    </message>
    <message>
        <source>it has {size} bytes; at most {most} are read. Split it into parts of the same name</source>
        <translation>tem {size} bytes; leem-se no máximo {most}. Divida-o em partes com o mesmo nome</translation>
    </message>
    <message>
        <source>it has {size} bytes; at most {most} are read</source>
        <translation>tem {size} bytes; leem-se no máximo {most}</translation>
    </message>
    <message>
        <source>its other fields have {size} bytes; at most {most} are kept</source>
        <translation>os outros campos têm {size} bytes; guardam-se no máximo {most}</translation>
    </message>
    <message>
        <source>it is neither a JSON list nor a JSON object</source>
        <translation>não é nem uma lista nem um objeto JSON</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>não é um objeto JSON</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>não é um objeto</translation>
    </message>
    <message>
        <source>it is not valid JSON</source>
        <translation>não é JSON válido</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>está aninhado demais</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>acaba cedo demais</translation>
    </message>
    <message>
        <source>something follows its end</source>
        <translation>há algo depois do fim</translation>
    </message>
    <message>
        <source>it has no “sessions”</source>
        <translation>não tem “sessions”</translation>
    </message>
    <message>
        <source>its “sessions” are not a list</source>
        <translation>as “sessions” não são uma lista</translation>
    </message>
    <message>
        <source>its “turns” are not a list</source>
        <translation>os “turns” não são uma lista</translation>
    </message>
    <message>
        <source>its “chat_messages” are not a list</source>
        <translation>as “chat_messages” não são uma lista</translation>
    </message>
    <message>
        <source>it has no message</source>
        <translation>não tem mensagem</translation>
    </message>
    <message>
        <source>it has neither an id nor a uuid</source>
        <translation>não tem nem id nem uuid</translation>
    </message>
    <message>
        <source>“{name}” is not a role</source>
        <translation>“{name}” não é um papel</translation>
    </message>
    <message>
        <source>the id “{id}” came before; the first one counts</source>
        <translation>o id “{id}” já apareceu; vale o primeiro</translation>
    </message>
    <message>
        <source>the same turn came before; the first one counts</source>
        <translation>o mesmo turno já apareceu; vale o primeiro</translation>
    </message>
    <message>
        <source>its messages answer each other in a circle; it was cut there</source>
        <translation>as mensagens respondem umas às outras em círculo; foi cortado ali</translation>
    </message>
    <message>
        <source>records of the unknown type “{name}” are passed over</source>
        <translation>registros do tipo desconhecido “{name}” são pulados</translation>
    </message>
    <message>
        <source>records without a type are passed over</source>
        <translation>registros sem tipo são pulados</translation>
    </message>
    <message>
        <source>records {what} are passed over</source>
        <translation>registros {what} são pulados</translation>
    </message>
    <message>
        <source>the titles in it can&apos;t be read: {reason}</source>
        <translation>os títulos nele não podem ser lidos: {reason}</translation>
    </message>
    <message>
        <source>it was exported by a newer Mnemoteca; update this one</source>
        <translation>foi exportado por uma Mnemoteca mais nova; atualize esta</translation>
    </message>
    <message>
        <source>it says that it is an export of Mnemoteca, but it is not: {what}</source>
        <translation>diz que é uma exportação da Mnemoteca, mas não é: {what}</translation>
    </message>
    <message>
        <source>{what} is not UTF-8</source>
        <translation>{what} não é UTF-8</translation>
    </message>
    <message>
        <source>{what} is not a text</source>
        <translation>{what} não é um texto</translation>
    </message>
    <message>
        <source>{what} is not valid JSON</source>
        <translation>{what} não é JSON válido</translation>
    </message>
    <message>
        <source>{what} are not a list of texts</source>
        <translation>{what} não são uma lista de textos</translation>
    </message>
    <message>
        <source>it can&apos;t be understood; daily notes are taken to be named YYYY-MM-DD</source>
        <translation>não se entende; supõe-se que as notas diárias se chamem AAAA-MM-DD</translation>
    </message>
    <message>
        <source>its front matter is too large to be understood; it is kept as it is written</source>
        <translation>o cabeçalho é grande demais para ser entendido; fica como está escrito</translation>
    </message>
    <message>
        <source>its front matter is not valid YAML; it is kept as it is written</source>
        <translation>o cabeçalho não é YAML válido; fica como está escrito</translation>
    </message>
    <message>
        <source>it is encrypted; save a copy without the password and import that</source>
        <translation>está criptografado; salve uma cópia sem a senha e traga essa</translation>
    </message>
    <message>
        <source>it has no pages</source>
        <translation>não tem páginas</translation>
    </message>
    <message>
        <source>no text is in it, only pictures</source>
        <translation>não há texto, só imagens</translation>
    </message>
    <message>
        <source>it takes longer than {count} s</source>
        <translation>leva mais de {count} s</translation>
    </message>
    <message>
        <source>git is not installed here</source>
        <translation>o git não está instalado aqui</translation>
    </message>
    <message>
        <source>git can&apos;t be run: {what}</source>
        <translation>o git não pode ser executado: {what}</translation>
    </message>
    <message>
        <source>it is no repository that git can read</source>
        <translation>não é um repositório que o git saiba ler</translation>
    </message>
    <message>
        <source>the repository has no commits yet</source>
        <translation>o repositório ainda não tem commits</translation>
    </message>
    <message>
        <source>what the file held is damaged in the repository</source>
        <translation>o que o arquivo continha está danificado no repositório</translation>
    </message>
    <message>
        <source>its history ends too early: objects are missing or damaged</source>
        <translation>o histórico acaba cedo demais: faltam objetos ou estão danificados</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permissão negada</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>não há tal arquivo nem pasta</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>erro de leitura</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>links demais, um atrás do outro</translation>
    </message>
    <message>
        <source>a name in it</source>
        <translation>um nome nele</translation>
    </message>
    <message>
        <source>its id</source>
        <translation>o id</translation>
    </message>
    <message>
        <source>its kind</source>
        <translation>o tipo</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>o nome</translation>
    </message>
    <message>
        <source>its source</source>
        <translation>a fonte</translation>
    </message>
    <message>
        <source>its speaker</source>
        <translation>quem fala</translation>
    </message>
    <message>
        <source>its text</source>
        <translation>o texto</translation>
    </message>
    <message>
        <source>its title</source>
        <translation>o título</translation>
    </message>
    <message>
        <source>its tags</source>
        <translation>as etiquetas</translation>
    </message>
    <message>
        <source>its former versions</source>
        <translation>as versões anteriores</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>linha {n}</translation>
    </message>
    <message>
        <source>session {n}</source>
        <translation>sessão {n}</translation>
    </message>
    <message>
        <source>turn {n}</source>
        <translation>turno {n}</translation>
    </message>
    <message>
        <source>page {n}</source>
        <translation>página {n}</translation>
    </message>
    <message>
        <source>pages {n}</source>
        <translation>páginas {n}</translation>
    </message>
    <message>
        <source>part {n}</source>
        <translation>parte {n}</translation>
    </message>
    <message>
        <source>element {n}</source>
        <translation>elemento {n}</translation>
    </message>
    <message>
        <source>conversation {n}</source>
        <translation>conversa {n}</translation>
    </message>
    <message>
        <source>project {n}</source>
        <translation>projeto {n}</translation>
    </message>
    <message>
        <source>commit {n}</source>
        <translation>commit {n}</translation>
    </message>
    <message>
        <source>message without an id</source>
        <translation>mensagem sem id</translation>
    </message>
    <message>
        <source>message {n}</source>
        <translation>mensagem {n}</translation>
    </message>
    <message>
        <source>%1 (byte %2 of the file)</source>
        <translation>%1 (byte %2 do arquivo)</translation>
    </message>
</context>
<context>
    <name>Sleep</name>
    <message>
        <source>Learned last night</source>
        <translation>Aprendido na última noite</translation>
    </message>
    <message>
        <source>Learned today</source>
        <translation>Aprendido hoje</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Rodada %1</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>prévia</translation>
    </message>
    <message>
        <source>undone by you</source>
        <translation>desfeita por você</translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>não aplicada</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Nothing new to learn</source>
        <translation>Nada de novo a aprender</translation>
    </message>
    <message>
        <source>a memory is not accounted for</source>
        <translation>falta uma lembrança na conta</translation>
    </message>
    <message>
        <source>a memory would be moved twice</source>
        <translation>uma lembrança seria movida duas vezes</translation>
    </message>
    <message>
        <source>a digest rests on nothing</source>
        <translation>um resumo não se apoia em nada</translation>
    </message>
    <message>
        <source>a pattern rests on nothing</source>
        <translation>um padrão não se apoia em nada</translation>
    </message>
    <message>
        <source>a quote is not what its memory says</source>
        <translation>uma citação não é o que diz sua lembrança</translation>
    </message>
    <message>
        <source>a text was touched</source>
        <translation>um texto foi tocado</translation>
    </message>
    <message>
        <source>by rules, no language model</source>
        <translation>por regras, sem modelo de linguagem</translation>
    </message>
    <message>
        <source>over one session</source>
        <translation>de uma sessão</translation>
    </message>
    <message>
        <source>%1 looked at, no text changed</source>
        <translation>%1 examinadas, nenhum texto mudado</translation>
    </message>
    <message>
        <source>all checks passed</source>
        <translation>conferida, tudo certo</translation>
    </message>
    <message>
        <source>A preview: nothing was changed yet. Applying does exactly this, and can be undone.</source>
        <translation>Uma prévia: nada foi mudado ainda. Aplicar faz exatamente isto, e pode ser desfeito.</translation>
    </message>
    <message>
        <source>You took this run back. It is not done again while its reasons are the same.</source>
        <translation>Você desfez esta rodada. Ela não é feita de novo enquanto seus motivos forem os mesmos.</translation>
    </message>
    <message>
        <source>A check failed, so nothing was changed: %1.</source>
        <translation>Uma verificação falhou, e nada foi mudado: %1.</translation>
    </message>
    <message>
        <source>Later acts rest on this run: %1. Undoing it undoes them, too.</source>
        <translation>Atos posteriores se apoiam nesta rodada: %1. Desfazê-la desfaz também esses.</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>rodada %1</translation>
    </message>
    <message>
        <source>the week of %1</source>
        <translation>a semana de %1</translation>
    </message>
    <message>
        <source>Digest “%1”</source>
        <translation>Resumo “%1”</translation>
    </message>
    <message>
        <source>again and again</source>
        <translation>de novo e de novo</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>decisão</translation>
    </message>
    <message>
        <source>preference</source>
        <translation>preferência</translation>
    </message>
    <message>
        <source>how to</source>
        <translation>como fazer</translation>
    </message>
    <message>
        <source>open question</source>
        <translation>questão em aberto</translation>
    </message>
    <message>
        <source>a way of doing it, told several times</source>
        <translation>um jeito de fazer, contado várias vezes</translation>
    </message>
    <message>
        <source>left out: it is not as it was</source>
        <translation>deixada de fora: não está como era</translation>
    </message>
    <message>
        <source>kept for good</source>
        <translation>guardada para sempre</translation>
    </message>
    <message>
        <source>another one says the same, and stays</source>
        <translation>outra diz o mesmo, e fica</translation>
    </message>
    <message>
        <source>its time in Medium is up · faded, still found</source>
        <translation>seu tempo em Média acabou · esmaecida, ainda se encontra</translation>
    </message>
    <message>
        <source>recalled %1</source>
        <translation>lembrada %1</translation>
    </message>
</context>
<context>
    <name>SleepFigures</name>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln rodada</numerusform>
            <numerusform>%Ln rodadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digests</source>
        <translation>
            <numerusform>%Ln resumo</numerusform>
            <numerusform>%Ln resumos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln padrão</numerusform>
            <numerusform>%Ln padrões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept for good</source>
        <translation>
            <numerusform>%Ln guardada para sempre</numerusform>
            <numerusform>%Ln guardadas para sempre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faded</source>
        <translation>
            <numerusform>%Ln esmaecida</numerusform>
            <numerusform>%Ln esmaecidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln said twice</source>
        <translation>
            <numerusform>%Ln dita duas vezes</numerusform>
            <numerusform>%Ln ditas duas vezes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: not as they were</source>
        <translation>
            <numerusform>%Ln deixada de fora: não está como era</numerusform>
            <numerusform>%Ln deixadas de fora: não estão como eram</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories wait for the next run</source>
        <translation>
            <numerusform>%Ln lembrança espera a próxima rodada</numerusform>
            <numerusform>%Ln lembranças esperam a próxima rodada</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradictions</source>
        <translation>
            <numerusform>%Ln contradição</numerusform>
            <numerusform>%Ln contradições</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentences</source>
        <translation>
            <numerusform>%Ln frase</numerusform>
            <numerusform>%Ln frases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %Ln memories</source>
        <translation>
            <numerusform>de %Ln lembrança</numerusform>
            <numerusform>de %Ln lembranças</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln memories</source>
        <translation>
            <numerusform>em %Ln lembrança</numerusform>
            <numerusform>em %Ln lembranças</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run is undone: %Ln memories stand as before.</source>
        <translation>
            <numerusform>A rodada foi desfeita: %Ln lembrança está como antes.</numerusform>
            <numerusform>A rodada foi desfeita: %Ln lembranças estão como antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <comment>things that rest on a run</comment>
        <translation>
            <numerusform>mais %Ln</numerusform>
            <numerusform>mais %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SleepPage</name>
    <message>
        <source>Sleep</source>
        <translation>Sono</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Shows what a run would do; nothing is changed.</source>
        <translation>Mostra o que uma rodada faria; nada é mudado.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Rodadas</translation>
    </message>
    <message>
        <source>No run yet.</source>
        <translation>Nenhuma rodada ainda.</translation>
    </message>
    <message>
        <source>Every half hour, and by night, what is new is gone through. A dry run shows it before it is done.</source>
        <translation>A cada meia hora, e de noite, o que é novo é examinado. Uma prévia mostra antes de fazer.</translation>
    </message>
</context>
<context>
    <name>Sleeping</name>
    <message>
        <source>Looking through what is new…</source>
        <translation>Examinando o que é novo…</translation>
    </message>
    <message>
        <source>Applying the run…</source>
        <translation>Aplicando a rodada…</translation>
    </message>
    <message>
        <source>Run %1 is applied.</source>
        <translation>A rodada %1 foi aplicada.</translation>
    </message>
    <message>
        <source>Undoing the run…</source>
        <translation>Desfazendo a rodada…</translation>
    </message>
    <message>
        <source>A run is under way…</source>
        <translation>Uma rodada está em andamento…</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>files</source>
        <translation>arquivos</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamanho</translation>
    </message>
    <message>
        <source>last changed</source>
        <translation>última mudança</translation>
    </message>
    <message>
        <source>brought in</source>
        <translation>trazida</translation>
    </message>
    <message>
        <source>Once a day by itself</source>
        <translation>Uma vez por dia, sozinha</translation>
    </message>
    <message>
        <source>Bring in %1 once a day by itself</source>
        <translation>Trazer %1 uma vez por dia, sozinha</translation>
    </message>
    <message>
        <source>See what is new…</source>
        <translation>Ver o que há de novo…</translation>
    </message>
    <message>
        <source>Look inside…</source>
        <translation>Olhar dentro…</translation>
    </message>
    <message>
        <source>Bring in nothing more from %1</source>
        <translation>Não trazer mais nada de %1</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>not yet</source>
        <translation>ainda não</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ontem</translation>
    </message>
    <message>
        <source>It is not there any more. What came from it stays.</source>
        <translation>Não está mais lá. O que veio dela fica.</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>Fontes</translation>
    </message>
    <message>
        <source>What is on this computer and can be brought in. Nothing is opened before you say so.</source>
        <translation>O que há neste computador e pode ser trazido. Nada é aberto antes que você diga.</translation>
    </message>
    <message>
        <source>Bring in what is new</source>
        <translation>Trazer o que há de novo</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir um arquivo…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Escolher uma pasta…</translation>
    </message>
    <message>
        <source>You said yes to these</source>
        <translation>Você disse sim a estas</translation>
    </message>
    <message>
        <source>Also on this computer</source>
        <translation>Também neste computador</translation>
    </message>
    <message>
        <source>Looking where programs keep what you said to them…</source>
        <translation>Vendo onde os programas guardam o que você lhes disse…</translation>
    </message>
    <message>
        <source>No program that keeps conversations or notes is known to be here. Choose a folder yourself.</source>
        <translation>Não se conhece aqui nenhum programa que guarde conversas ou notas. Escolha você uma pasta.</translation>
    </message>
</context>
<context>
    <name>Sourcing</name>
    <message>
        <source>There is no source yet. A folder that you bring in becomes one.</source>
        <translation>Ainda não há fontes. Uma pasta que você traz vira uma.</translation>
    </message>
    <message>
        <source>Nothing more comes in from %1; what came stays.</source>
        <translation>Nada mais entra de %1; o que veio fica.</translation>
    </message>
</context>
<context>
    <name>Spacing</name>
    <message>
        <source>New space</source>
        <translation>Novo espaço</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>O nome:</translation>
    </message>
</context>
<context>
    <name>SpanWords</name>
    <message>
        <source>Years</source>
        <translation>Anos</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dias</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month and its year</comment>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day and its year</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a time and how many memories</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a short month and its year</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day and its short month</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sem data</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a day of this year</comment>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Show every connection</source>
        <translation>Mostrar cada conexão</translation>
    </message>
    <message>
        <source>Show the activity</source>
        <translation>Mostrar a atividade</translation>
    </message>
    <message>
        <source>Everything indexed</source>
        <translation>Tudo indexado</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>Parar isto</translation>
    </message>
    <message>
        <source>%1. Show it</source>
        <translation>%1. Mostrar</translation>
    </message>
    <message>
        <source>All words indexed</source>
        <translation>Todas as palavras indexadas</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>faltam %1</translation>
    </message>
    <message>
        <source>Search by meaning is being prepared</source>
        <translation>A busca pelo sentido está sendo preparada</translation>
    </message>
    <message>
        <source>Words only: search by meaning is not prepared</source>
        <translation>Só palavras: a busca pelo sentido não está preparada</translation>
    </message>
    <message>
        <source>Prepare it with: mnemoteca models prepare</source>
        <translation>Prepare-a com: mnemoteca models prepare</translation>
    </message>
    <message>
        <source>Words only: search by meaning failed</source>
        <translation>Só palavras: a busca pelo sentido falhou</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugestões</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>Add a tag</source>
        <translation>Adicionar uma etiqueta</translation>
    </message>
    <message>
        <source>Change the tag %1</source>
        <translation>Mudar a etiqueta %1</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiquetar</translation>
    </message>
    <message>
        <source>One tag or several, with a space between them.</source>
        <translation>Uma etiqueta ou várias, separadas por espaço.</translation>
    </message>
</context>
<context>
    <name>TagsPart</name>
    <message>
        <source>Keep this tag</source>
        <translation>Ficar com esta etiqueta</translation>
    </message>
    <message>
        <source>Search this tag</source>
        <translation>Buscar esta etiqueta</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>Mudar…</translation>
    </message>
    <message>
        <source>It doesn’t fit</source>
        <translation>Não serve</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Suggested tag %1</source>
        <translation>Etiqueta sugerida %1</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Etiqueta %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Adicionar uma etiqueta</translation>
    </message>
</context>
<context>
    <name>TierPlots</name>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>rose to long</source>
        <translation>subiram para longa</translation>
    </message>
    <message>
        <source>rose to medium</source>
        <translation>subiram para média</translation>
    </message>
    <message>
        <source>faded</source>
        <translation>esmaeceram</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 dias</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crescimento</translation>
    </message>
    <message>
        <source>Forgetting curve</source>
        <translation>Curva do esquecimento</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>sem leitura</translation>
    </message>
    <message>
        <source>read twice</source>
        <translation>lida 2 vezes</translation>
    </message>
</context>
<context>
    <name>TierWords</name>
    <message>
        <source>At the present rules %1 % of these will be in a tier in a year</source>
        <translation>Pelas regras atuais, %1 % destas estarão numa camada daqui a um ano</translation>
    </message>
    <message>
        <source>%1: %2 rose to medium, %3 to long, %4 faded</source>
        <translation>%1: %2 subiram para média, %3 para longa, %4 esmaeceram</translation>
    </message>
    <message>
        <source>In 30 days %1 rose to medium, %2 to long, %3 faded. Arrows go from day to day.</source>
        <translation>Em 30 dias, %1 subiram para média, %2 para longa, %3 esmaeceram. As setas vão de dia em dia.</translation>
    </message>
    <message>
        <source>Kept today: %1; %2 days ago: %3.</source>
        <translation>Guardado hoje: %1; há %2 dias: %3.</translation>
    </message>
    <message>
        <source>%1 in 30 days</source>
        <translation>%1 em 30 dias</translation>
    </message>
    <message>
        <source>How present a memory is: unread, %1 % after ten days and %2 % after thirty; each reading lets it begin anew.</source>
        <translation>Quão presente está uma lembrança: sem leitura, %1 % após dez dias e %2 % após trinta; cada leitura a faz recomeçar.</translation>
    </message>
</context>
<context>
    <name>TiersPage</name>
    <message>
        <source>Tiers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Drop to let go</source>
        <translation>Solte aqui para deixar ir</translation>
    </message>
    <message>
        <source>Drop to pin</source>
        <translation>Solte aqui para fixar</translation>
    </message>
    <message>
        <source>next sleep in %1</source>
        <translation>próximo sono em %1</translation>
    </message>
    <message>
        <source>asleep now</source>
        <translation>dormindo agora</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>All memories</source>
        <translation>Todas as lembranças</translation>
    </message>
    <message>
        <source>Nothing is from that time.</source>
        <translation>Nada é dessa época.</translation>
    </message>
    <message>
        <source>Esc takes the choice of a time back.</source>
        <translation>Esc desfaz a escolha de uma época.</translation>
    </message>
    <message>
        <source>Memories over time</source>
        <translation>Lembranças ao longo do tempo</translation>
    </message>
    <message>
        <source>Memories over time, %1</source>
        <translation>Lembranças ao longo do tempo, %1</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>escolhido: %1</translation>
    </message>
    <message>
        <source>Arrows go from bar to bar, with Shift they choose a time. Enter or + looks closer, − further away, Page up and Page down earlier and later, Esc takes the choice back.</source>
        <translation>As setas vão de barra em barra; com Shift, escolhem uma época. Enter ou + aproxima, − afasta, Page Up e Page Down vão para antes e depois, Esc desfaz a escolha.</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>%1 from anywhere</source>
        <translation>%1 de qualquer lugar</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>decidir</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>Mostrar as cópias de segurança</translation>
    </message>
    <message>
        <source>Show the trash</source>
        <translation>Mostrar a lixeira</translation>
    </message>
    <message>
        <source>Write something down</source>
        <translation>Anote alguma coisa</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>For you to decide</source>
        <translation>Para você decidir</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Mostrar a rodada</translation>
    </message>
    <message>
        <source>Nothing came in yet.</source>
        <translation>Nada entrou ainda.</translation>
    </message>
    <message>
        <source>Fading soon</source>
        <translation>Esmaecem em breve</translation>
    </message>
    <message>
        <source>Nothing fades in the next hours.</source>
        <translation>Nada esmaece nas próximas horas.</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>Neste dia</translation>
    </message>
    <message>
        <source>Nothing is known of this day in years before.</source>
        <translation>Nada se sabe deste dia em anos passados.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Deixar ir</translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories in the trash go for good from %1 on.</source>
        <translation>
            <numerusform>%Ln lembrança na lixeira vai embora de vez em %1.</numerusform>
            <numerusform>%Ln lembranças na lixeira vão embora de vez a partir de %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened yet today.</source>
        <translation>Nada aconteceu ainda hoje.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new memories today</source>
        <translation>
            <numerusform>%Ln lembrança nova hoje</numerusform>
            <numerusform>%Ln lembranças novas hoje</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing new today</source>
        <translation>nada novo hoje</translation>
    </message>
    <message numerus="yes">
        <source>%Ln promoted</source>
        <translation>
            <numerusform>%Ln promovida</numerusform>
            <numerusform>%Ln promovidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln let go</source>
        <translation>
            <numerusform>%Ln deixada ir</numerusform>
            <numerusform>%Ln deixadas ir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Personal</source>
        <translation>Pessoal</translation>
    </message>
    <message>
        <source>New space…</source>
        <translation>Novo espaço…</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>Barra superior</translation>
    </message>
    <message>
        <source>Space: %1</source>
        <translation>Espaço: %1</translation>
    </message>
    <message>
        <source>Search everything, or ask</source>
        <translation>Busque tudo, ou pergunte</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Busque tudo</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Nothing is going on; memories rise and fade on time</source>
        <translation>Nada em andamento; as lembranças sobem e esmaecem na hora certa</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>Open Mnemoteca</source>
        <translation>Abrir o Mnemoteca</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
</context>
<context>
    <name>TryCard</name>
    <message>
        <source>No model: the best sentences</source>
        <translation>Nenhum modelo: as melhores frases</translation>
    </message>
    <message>
        <source>Try it: the same note through two models</source>
        <translation>Experimente: a mesma nota por dois modelos</translation>
    </message>
    <message>
        <source>Decided: Rua da Aurora. We move on 15 January, and I&apos;ll ask Marcos about the truck.</source>
        <translation>Decidido: Rua da Aurora. Mudamos em 15 de janeiro, e vou pedir o caminhão ao Marcos.</translation>
    </message>
    <message>
        <source>The note that is tried</source>
        <translation>A nota que se experimenta</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Experimentar</translation>
    </message>
    <message>
        <source>The first model</source>
        <translation>O primeiro modelo</translation>
    </message>
    <message>
        <source>The second model</source>
        <translation>O segundo modelo</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escrevendo…</translation>
    </message>
</context>
<context>
    <name>WelcomePane</name>
    <message>
        <source>A new library</source>
        <translation>Uma biblioteca nova</translation>
    </message>
    <message>
        <source>Nothing is kept here yet</source>
        <translation>Ainda não há nada guardado aqui</translation>
    </message>
    <message>
        <source>Whatever you bring in stays word for word, on this machine.</source>
        <translation>O que você trouxer fica palavra por palavra, nesta máquina.</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escreva uma nota</translation>
    </message>
    <message>
        <source>It stays a day, or for good if it proves useful. It is saved as you type.</source>
        <translation>Ela fica um dia, ou para sempre se for útil. É salva enquanto você digita.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>Bring in conversations</source>
        <translation>Traga conversas</translation>
    </message>
    <message>
        <source>Open a file, or drop files and folders on this window. You see what would come in first.</source>
        <translation>Abra um arquivo, ou solte arquivos e pastas nesta janela. Antes você vê o que entraria.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir um arquivo…</translation>
    </message>
    <message>
        <source>Look around first, with invented conversations</source>
        <translation>Dar uma olhada antes, com conversas inventadas</translation>
    </message>
    <message>
        <source>No account, no network. Everything works offline.</source>
        <translation>Sem conta, sem rede. Tudo funciona offline.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>A digest</source>
        <translation>Um resumo</translation>
    </message>
    <message>
        <source>A pattern</source>
        <translation>Um padrão</translation>
    </message>
    <message>
        <source>A fact</source>
        <translation>Um fato</translation>
    </message>
    <message>
        <source>A memory</source>
        <translation>Uma lembrança</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Subiu</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importância</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>by %1 %</source>
        <translation>em %1 %</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Lembrada</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>A seguir</translation>
    </message>
    <message>
        <source>What would alter it</source>
        <translation>O que mudaria isso</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textos</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Veio de</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Feito por</translation>
    </message>
    <message>
        <source>the rules, as it came in, %1</source>
        <translation>as regras, quando chegou, %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>para %1</translation>
    </message>
    <message>
        <source>by run %1</source>
        <translation>pela rodada %1</translation>
    </message>
    <message>
        <source>it rises within %1</source>
        <translation>sobe dentro de %1</translation>
    </message>
    <message>
        <source>it rises at the next sleep</source>
        <translation>sobe no próximo sono</translation>
    </message>
    <message>
        <source>it fades in %1</source>
        <translation>esmaece em %1</translation>
    </message>
    <message>
        <source>it fades</source>
        <translation>esmaece</translation>
    </message>
    <message>
        <source>it stays as it is</source>
        <translation>fica como está</translation>
    </message>
    <message>
        <source>A pin keeps it where it is.</source>
        <translation>Fixada, fica onde está.</translation>
    </message>
    <message>
        <source>Without the pin its time begins anew.</source>
        <translation>Desafixada, seu tempo recomeça.</translation>
    </message>
    <message>
        <source>Recalled twice by you, it rises.</source>
        <translation>Lembrada duas vezes por você, sobe.</translation>
    </message>
    <message>
        <source>More important, it rises.</source>
        <translation>Mais importante, sobe.</translation>
    </message>
    <message>
        <source>Let go, it fades at once.</source>
        <translation>Deixada ir, esmaece logo.</translation>
    </message>
    <message>
        <source>Kept again, it comes back to Medium.</source>
        <translation>Mantida de novo, volta para Média.</translation>
    </message>
    <message>
        <source>Nothing rises by itself in this space; a setting switches that on.</source>
        <translation>Nada sobe sozinho neste espaço; uma configuração liga isso.</translation>
    </message>
    <message>
        <source>Another memory says the same, and faded</source>
        <translation>Outra lembrança diz o mesmo, e esmaeceu</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Why this is first</source>
        <translation>Por que é a primeira</translation>
    </message>
    <message>
        <source>Why this was found</source>
        <translation>Por que foi encontrada</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palavras</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Ao lado</translation>
    </message>
    <message>
        <source>Name, title</source>
        <translation>Nome, título</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>Saltos</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Reranker</source>
        <translation>Reordenador</translation>
    </message>
    <message>
        <source>Tier, pin</source>
        <translation>Camada, alfinete</translation>
    </message>
</context>
<context>
    <name>WhyFigures</name>
    <message numerus="yes">
        <source>%Ln former texts stand behind it</source>
        <translation>
            <numerusform>%Ln texto anterior está por trás dela</numerusform>
            <numerusform>%Ln textos anteriores estão por trás dela</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Don’t say it again</source>
        <translation>Não avisar mais</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardada.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Short</source>
        <translation>Curta</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Longa</translation>
    </message>
    <message>
        <source>Faded</source>
        <translation>Esmaecida</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>up to 5 minutes</source>
        <translation>até 5 minutos</translation>
    </message>
    <message>
        <source>up to 24 hours</source>
        <translation>até 24 horas</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>para sempre</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>na lixeira</translation>
    </message>
    <message>
        <source>a former text</source>
        <translation>um texto anterior</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fixada</translation>
    </message>
    <message>
        <source>being promoted</source>
        <translation>subindo</translation>
    </message>
    <message>
        <source>promoted in %1</source>
        <translation>sobe em %1</translation>
    </message>
    <message>
        <source>fading</source>
        <translation>esmaecendo</translation>
    </message>
    <message>
        <source>fades in %1</source>
        <translation>esmaece em %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>faltam %1</translation>
    </message>
    <message>
        <source>faded</source>
        <translation>esmaecida</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>arquivo</translation>
    </message>
    <message>
        <source>pinned, never fades</source>
        <translation>fixada, nunca esmaece</translation>
    </message>
    <message>
        <source>kept for good</source>
        <translation>guardada para sempre</translation>
    </message>
    <message>
        <source>out of the tiers, still found</source>
        <translation>fora das camadas, ainda se encontra</translation>
    </message>
    <message>
        <source>older than a day when it came</source>
        <translation>tinha mais de um dia quando chegou</translation>
    </message>
    <message>
        <source>pinned, rises at the next sleep</source>
        <translation>fixada, sobe no próximo sono</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sem data</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>the header of a day</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>the header of a day</comment>
        <translation>dddd, d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>the day that is today</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sem data</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à mão</translation>
    </message>
    <message>
        <source>Notes of %1</source>
        <translation>Notas de %1</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistente</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Ferramenta</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
</context>
<context>
    <name>button</name>
    <message>
        <source>Search: %1</source>
        <translation>Busca: %1</translation>
    </message>
</context>
</TS>
