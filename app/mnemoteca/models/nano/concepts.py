"""Notions of work on software, each with the words that name it in English and in Portuguese.

A notion is what both languages share: what a weight learns of “crash” from English texts holds for “travou”. Words that
say little by themselves are left out: a table twice as large found less (decisions/82-tags.md).
"""

from __future__ import annotations

from functools import lru_cache

from mnemoteca.core.stems import stem
from mnemoteca.core.text import fold

ENGLISH = {
    "fix": "fix fixed fixes correct corrects corrected repair resolve resolved solve hotfix patch patched bugfix fixup",
    "crash": "crash crashes crashed panic hang hangs freeze freezes segfault deadlock stuck overflow leak leaks abort",
    "wrong": """wrong wrongly incorrect incorrectly broken invalid bad mismatch inconsistent unexpected missing lose
        loses lost losing disappearing duplicated twice unable cannot couldn stale""",
    "bug": """bug bugs issue issues problem problems error errors exception fault defect regression race typeerror
        nullpointerexception traceback stacktrace trace""",
    "fail": "fail fails failed failing failure failures",
    "avoid": "avoid prevent ensure handle handling properly handles guard don doesn wasn isn not never",
    "add": "add adds added adding",
    "new": """new introduce introduces initial first create creates created implement implements implemented
        implementation""",
    "support": "support supports allow allows enable able possible option ability feature features functionality",
    "now": "now can users user person people",
    "want": "want wish request would should idea proposal",
    "screen": """button screen dialog menu theme mode dark shortcut search filter export import notification icon
        toolbar sidebar tooltip""",
    "refactor": """refactor refactors refactored refactoring restructure restructured reorganize reorganise rewrite
        rework reworked""",
    "rename": "rename renames renamed move moves moved moving",
    "extract": """extract extracts extracted split splits separate separated pull inline inlined merge merged dedupe
        deduplicate decouple""",
    "simplify": """simplify simplifies simplified cleanup clean cleaned tidy cleaner readability unnecessary redundant
        unused dead obsolete deprecated duplicate duplication remove removes removed delete drop dropped get rid
        optimize optimise optimized improve improved performance faster speed""",
    "replace": """replace replaces replaced use uses using switch switched migrate migrated convert converted prefer
        change changed instead reuse""",
    "code": """function functions method methods class classes module modules variable variables constant constants type
        types interface singleton enum trait struct helper code logic import imports es2015 es6 async""",
    "doc": """doc docs document documents documented documentation documenting readme manual guide guides tutorial wiki
        changelog contributing faq handbook reference references docstring docstrings comment comments jsdoc typedoc
        website site page pages blog post chapter section license adr runbook""",
    "explain": """explain explains describe describes description clarify mention note notes instruction instructions
        example examples link links typo typos wording grammar spelling translate translated translation illustrate
        screenshot screenshots sample detail details outdated""",
    "test": """test tests tested testing testcase unittest spec specs suite mock mocks mocked stub stubs fake fakes
        fixture fixtures assert asserts assertion assertions coverage e2e snapshot snapshots flaky pytest jest mocha
        cypress playwright vitest regression unit integration benchmark fuzz reproduce tap jasmine karma""",
    "config": """config configs configuration configurations configure configured configuring setting settings
        preference preferences env environment variable dotenv parameter parameters option options flag flags default
        defaults toggle""",
    "config_file": """yaml yml toml ini json tsconfig eslint eslintrc prettier prettierrc editorconfig gitignore
        gitattributes ignore renovate dependabot babelrc pyproject cfg linter lint linting jscs jshint ruff flake8 mypy
        precommit husky commitlint codecov cors nginx rule rules strict codeowners""",
    "limit": "timeout limit limits threshold concurrency size max maximum min minimum level log_level locale timezone",
    "switch": "enable enables enabled disable disables disabled turn set increase decrease bump",
    "deploy": """deploy deploys deployed deployment redeploy rollout rollback release releases released releasing ship
        shipped publish publishes published publishing version versions bump tag production staging canary""",
    "build": """build builds building rebuild rebuilt compile bundle bundled package packages packaging packaged
        installer binary binaries artifact artifacts wheel wheels docker dockerfile dockerhub container containers image
        images helm kubernetes k8s cluster registry pypi npm crates homebrew brew winget snap deb rpm appimage msi arm64
        musl pkgbuild flatpak scoop chocolatey""",
    "pipeline": """ci cd pipeline pipelines workflow workflows action actions github gitlab jenkins travis appveyor
        circleci runner job jobs cron matrix nightly attestation codeql goreleaser cache""",
    "server": """server servers host hosting domain dns nginx ssl certificate vps cloud aws heroku netlify vercel
        traffic healthcheck""",
    "dependency": """dependency dependencies dep deps devdependencies lockfile lock upgrade upgrades downgrade pin
        update updates updated""",
}
PORTUGUESE = {
    "fix": """corrigir corrigi corrigido corrigida corrige consertar consertei conserto arrumar arrumei arrumado
        resolver resolvi correcao correcoes hotfix""",
    "crash": """travar travou trava travando travamento travamentos congela congelou congelar vazamento vaza quebrar
        quebrou quebra quebrava deadlock derruba caiu cai estourou pane""",
    "wrong": """errado errada errados incorreto invalido quebrado quebrada some sumiu sumindo perde perdeu perdido
        duplica duplicado duplicados vazio branco trocado trocada nada estranho""",
    "bug": "bug bugs erro erros problema problemas falha falhas excecao defeito condicao corrida",
    "fail": "falha falhar falhava falhou falham falhando falhado",
    "avoid": "evitar impedir garantir tratar tratamento nao nunca",
    "add": """adicionar adicionei adiciona adicionado acrescentar acrescentei acrescenta incluir inclui incluido
        incluida""",
    "new": """novo nova novos novas criar criei cria criado criada implementar implementei implementado implementacao
        primeira primeiro inaugurar""",
    "support": """suporte suportar permitir permite permitido possivel aceita aceitar recurso recursos funcionalidade
        poder pode possam da dar""",
    "now": "agora passa usuario usuarios pessoa pessoas cliente clientes",
    "want": "quero queria gostaria ideia proposta pedido pedir",
    "screen": """botao tela dialogo menu tema modo escuro atalho busca filtro exportar exportacao importar importador
        importacao notificacao notificacoes icone barra grafico janela arrastar""",
    "refactor": """refatorar refatorei refatorado refatoracao reestruturar reestruturei reorganizar reorganizei
        reescrever reescrevi""",
    "rename": "renomear renomeei renomeado mover movi movido moveu",
    "extract": """extrair extrai extraido separar separei separado dividir dividi dividido juntar juntei unificar
        unifiquei desacoplar quebrei isolar isolei""",
    "simplify": """simplificar simplifiquei simplificado limpar limpei limpeza morto obsoleto redundante tirei tirar
        remover removi removido eliminar eliminei apagar otimizar otimizei melhorar melhorei desempenho duplicacao
        repetido repetida iguais legibilidade""",
    "replace": """trocar troquei trocado substituir substitui substituido usar uso usando migrar migrei virou passei
        passar converter converti vez lugar reaproveitar reutilizar""",
    "code": """funcao funcoes metodo metodos classe classes modulo modulos variavel variaveis constante constantes tipo
        tipos interface interfaces enum codigo logica heranca composicao pura camada camadas dominio controller callback
        callbacks imports dependencia circular parser repositorio""",
    "doc": """documentar documentei documentado documentacao documento leiame manual guia guias tutorial wiki ajuda
        pagina paginas docstring docstrings comentario comentarios diagrama perguntas frequentes secao capitulo licenca
        adr passo""",
    "explain": """explicar explica explicando expliquei descrever descricao esclarecer mencionar nota instrucao
        instrucoes exemplo exemplos link links portugues traduzir traducao traduzi capturas registrado anotei anotar
        escrevi texto redacao introducao significa""",
    "test": """teste testes testar testei testado suite mock mocks fixture fixtures assert cobertura cobrir coberto
        cobre e2e snapshot instavel pytest jest cypress playwright regressao unidade integracao caso casos carga k6
        cenario simultaneos""",
    "config": """config configs configuracao configuracoes configurar configurei configurado ajuste ajustes ajustei
        ajustar preferencia preferencias ambiente variavel variaveis parametro parametros opcao opcoes
        padrao padroes""",
    "config_file": """yaml yml toml ini json tsconfig eslint prettier gitignore linter lint cors nginx regra regras
        estrito permissoes env chave chaves""",
    "limit": """timeout limite limites tamanho maximo minimo concorrencia nivel fuso idioma tempo segundos minutos
        colunas pool""",
    "switch": """ligar liguei ligado desligar desliguei ativar ativei ativado desativar desativei desativado definir
        defini mudei mudar aumentado aumentei reduzi coloquei passado""",
    "deploy": """implantar implantei implantacao deploy publicar publiquei publicado publicada publicacao lancar lancei
        lancamento lancada versao versoes producao homologacao subi subir rollback republiquei hotfix beta ar tag""",
    "build": """build compilar compilacao empacotar pacote pacotes instalador binario docker dockerfile imagem helm
        chart cluster registro pypi npm deb appimage runtime assinado loja store""",
    "pipeline": """ci cd pipeline actions github gitlab jenkins runner job esteira cache automatizei automatizar
        fastlane""",
    "server": """servidor servidores hospedagem dns ssl certificado vps nuvem aws heroku trafego healthcheck blue green
        downloads""",
    "dependency": "dependencia dependencias atualizar atualizei atualizado atualizada",
}


def _by_form() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for lang, table in (("en", ENGLISH), ("pt", PORTUGUESE)):
        for notion, words in table.items():
            for word in map(fold, words.split()):
                for form in (word, stem(word, lang)):
                    found.setdefault((lang, form), set()).add(notion)
    return {form: frozenset(notions) for form, notions in found.items()}


_BY_FORM = _by_form()
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=4_096)
def notions_of(word: str) -> frozenset[str]:
    """What a folded word speaks of, in either language; most words speak of none."""
    found = _NONE
    for lang in ("en", "pt"):
        found |= _BY_FORM.get((lang, word), _NONE) | _BY_FORM.get((lang, stem(word, lang)), _NONE)
    return found
