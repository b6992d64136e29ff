"""What may be said of models in the window: those of `core.sentences_models`, where lupdate sees them."""

from __future__ import annotations

from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

MODEL_SENTENCES: dict[str, tuple[str, str]] = {
    "gguf_empty": (
        QT_TRANSLATE_NOOP("Problem", "{name} is empty."),
        QT_TRANSLATE_NOOP("Problem", "Download or copy it again."),
    ),
    "gguf_not_one": (
        QT_TRANSLATE_NOOP("Problem", "{name} is not a GGUF file."),
        QT_TRANSLATE_NOOP(
            "Problem", "Choose a file whose name ends in .gguf; models in other formats can't be run here."
        ),
    ),
    "gguf_damaged": (
        QT_TRANSLATE_NOOP("Problem", "{name} is cut off or damaged (at {where})."),
        QT_TRANSLATE_NOOP("Problem", "Download or copy it again."),
    ),
    "gguf_cut": (
        QT_TRANSLATE_NOOP("Problem", "{name} is cut off: it has {there} bytes of at least {wanted}."),
        QT_TRANSLATE_NOOP("Problem", "Download or copy it again."),
    ),
    "gguf_byte_order": (
        QT_TRANSLATE_NOOP("Problem", "{name} was written for another kind of processor."),
        QT_TRANSLATE_NOOP("Problem", "Look for a copy in little-endian order."),
    ),
    "gguf_version": (
        QT_TRANSLATE_NOOP("Problem", "{name} is of version {version} of the GGUF format, which can't be run here."),
        QT_TRANSLATE_NOOP("Problem", "Look for another copy of this model."),
    ),
    "gguf_architecture": (
        QT_TRANSLATE_NOOP("Problem", "{name} is of the architecture “{architecture}”, which the engine doesn't know."),
        QT_TRANSLATE_NOOP("Problem", "Choose another model, or update Mnemoteca."),
    ),
    "gguf_other_thing": (
        QT_TRANSLATE_NOOP("Problem", "{name} can neither write, embed nor rerank text by itself ({what})."),
        QT_TRANSLATE_NOOP("Problem", "Choose the file of the model itself."),
    ),
    "gguf_no_weights": (
        QT_TRANSLATE_NOOP("Problem", "{name} holds a vocabulary, but no model."),
        QT_TRANSLATE_NOOP("Problem", "Choose the file that holds the model."),
    ),
    "gguf_no_tokenizer": (
        QT_TRANSLATE_NOOP("Problem", "{name} has no vocabulary."),
        QT_TRANSLATE_NOOP("Problem", "Look for a whole copy of this model."),
    ),
    "gguf_lacks": (
        QT_TRANSLATE_NOOP("Problem", "{name} lacks a part of its weights ({where})."),
        QT_TRANSLATE_NOOP("Problem", "Look for a whole copy of this model."),
    ),
    "gguf_part": (
        QT_TRANSLATE_NOOP("Problem", "{name} is one of the {count} files of a model."),
        QT_TRANSLATE_NOOP("Problem", "Look for it as a single file, or join them with: llama-gguf-split --merge."),
    ),
    "model_scores_wrongly": (
        QT_TRANSLATE_NOOP(
            "Problem", "{name} is a reranker of the architecture bert, whose scores come out wrong here."
        ),
        QT_TRANSLATE_NOOP("Problem", "Choose one that is made of XLM-R or Qwen3."),
    ),
    "no_model": (
        QT_TRANSLATE_NOOP("Problem", "There is no installed model called “{id}”."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca models list."),
    ),
    "model_there": (
        QT_TRANSLATE_NOOP("Problem", "“{id}” is installed already."),
        QT_TRANSLATE_NOOP("Problem", "Use it, or remove it first."),
    ),
    "model_changed": (
        QT_TRANSLATE_NOOP("Problem", "The file of “{id}” is missing or holds something else than was installed."),
        QT_TRANSLATE_NOOP("Problem", "Remove the model and install it again."),
    ),
    "model_wrong_kind": (
        QT_TRANSLATE_NOOP("Problem", "“{id}” can't be used for this: it is made to {kind}."),
        QT_TRANSLATE_NOOP("Problem", "Choose another model, or another role for it."),
    ),
    "bad_role": (
        QT_TRANSLATE_NOOP("Problem", "“{value}” is not something a model is asked for."),
        QT_TRANSLATE_NOOP("Problem", "Use one of: {roles}."),
    ),
    "nothing_to_choose": (
        QT_TRANSLATE_NOOP("Problem", "No model that writes is installed, so none can be chosen."),
        QT_TRANSLATE_NOOP("Problem", "Install one first."),
    ),
    "bad_quantisation": (
        QT_TRANSLATE_NOOP("Problem", "A copy can't be made in “{value}”."),
        QT_TRANSLATE_NOOP("Problem", "Use one of: {choices}."),
    ),
    "copy_not_smaller": (
        QT_TRANSLATE_NOOP("Problem", "A copy of “{id}” in {to} would not be smaller: it is in {quantisation} already."),
        QT_TRANSLATE_NOOP("Problem", "Choose a smaller one, or another model."),
    ),
    "copy_failed": (
        QT_TRANSLATE_NOOP("Problem", "No copy of “{id}” could be made: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Try again; if it stays so, install the model again."),
    ),
    "engine_absent": (
        QT_TRANSLATE_NOOP("Problem", "The engine for language models is not prepared."),
        QT_TRANSLATE_NOOP("Problem", "Start Mnemoteca with ./run, which prepares it behind the running app."),
    ),
    "no_entry": (
        QT_TRANSLATE_NOOP("Problem", "There is no model called “{id}” in the catalogue."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca models list."),
    ),
    "bad_catalogue": (
        QT_TRANSLATE_NOOP("Problem", "{path} can't be read as a catalogue of models: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Correct it; the models that come with the app are offered meanwhile."),
    ),
    "hub_absent": (
        QT_TRANSLATE_NOOP(
            "Problem", "The engine for language models is not prepared, and with it what downloads them."
        ),
        QT_TRANSLATE_NOOP("Problem", "Start Mnemoteca with ./run, which prepares it behind the running app."),
    ),
    "licence_unaccepted": (
        QT_TRANSLATE_NOOP("Problem", "{name} is given under a licence that you have to agree to ({licence})."),
        QT_TRANSLATE_NOOP("Problem", "Read it at {link}, then download with --accept-licence."),
    ),
    "no_download": (
        QT_TRANSLATE_NOOP("Problem", "There is no download of “{id}”."),
        QT_TRANSLATE_NOOP("Problem", "Begin one with: mnemoteca models download {id}."),
    ),
    "download_paused": (
        QT_TRANSLATE_NOOP("Problem", "The download of {name} is paused; what is there stays."),
        QT_TRANSLATE_NOOP("Problem", "Go on with: mnemoteca models download {id}."),
    ),
    "download_dropped": (
        QT_TRANSLATE_NOOP("Problem", "The download of {name} was cancelled."),
        QT_TRANSLATE_NOOP("Problem", "What was there of it is removed."),
    ),
    "hub_unreachable": (
        QT_TRANSLATE_NOOP("Problem", "{host} can't be reached, or broke off: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Try again when the network is there; it goes on where it was."),
    ),
    "hub_proxy": (
        QT_TRANSLATE_NOOP("Problem", "The proxy can't be used: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Check it in the settings (models.proxy)."),
    ),
    "hub_offline": (
        QT_TRANSLATE_NOOP("Problem", "HF_HUB_OFFLINE is set, so nothing is downloaded."),
        QT_TRANSLATE_NOOP("Problem", "Take it out of the environment."),
    ),
    "hub_unsafe": (
        QT_TRANSLATE_NOOP("Problem", "{host} was to be gone to without encryption."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was sent there. Try again later."),
    ),
    "hub_unknown_person": (
        QT_TRANSLATE_NOOP("Problem", "The hub asks who you are before it gives {file}."),
        QT_TRANSLATE_NOOP(
            "Problem", "Agree to its terms at {page}, and keep your token with: mnemoteca models token -."
        ),
    ),
    "hub_gated": (
        QT_TRANSLATE_NOOP("Problem", "The hub does not give {file} to you."),
        QT_TRANSLATE_NOOP("Problem", "Agree to its terms at {page}; your token has to be allowed to read it."),
    ),
    "hub_missing": (
        QT_TRANSLATE_NOOP("Problem", "The hub has no {file} any more."),
        QT_TRANSLATE_NOOP("Problem", "Look at {page}, or choose another model."),
    ),
    "hub_busy": (
        QT_TRANSLATE_NOOP("Problem", "{host} asks to be left alone for a while."),
        QT_TRANSLATE_NOOP("Problem", "Try again later; it goes on where it was."),
    ),
    "hub_trouble": (
        QT_TRANSLATE_NOOP("Problem", "{host} is in trouble (HTTP {status})."),
        QT_TRANSLATE_NOOP("Problem", "Try again later; it goes on where it was."),
    ),
    "hub_refused": (
        QT_TRANSLATE_NOOP("Problem", "{host} refused {file} (HTTP {status})."),
        QT_TRANSLATE_NOOP("Problem", "Try again later, or choose another model."),
    ),
    "hub_ended": (
        QT_TRANSLATE_NOOP("Problem", "What downloads ended in the middle of it."),
        QT_TRANSLATE_NOOP("Problem", "Try again; it goes on where it was."),
    ),
    "hub_no_hash": (
        QT_TRANSLATE_NOOP("Problem", "The hub does not say what {file} has to be, so that it could not be checked."),
        QT_TRANSLATE_NOOP("Problem", "Choose another model, or another mirror."),
    ),
    "hub_other_file": (
        QT_TRANSLATE_NOOP("Problem", "What the hub offers as {file} is not the file of the catalogue."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was fetched. Choose another model, or another mirror."),
    ),
    "hub_wrong_size": (
        QT_TRANSLATE_NOOP("Problem", "What came of {name} has {there} bytes instead of {wanted}."),
        QT_TRANSLATE_NOOP("Problem", "It was removed. Try again."),
    ),
    "hub_wrong_hash": (
        QT_TRANSLATE_NOOP("Problem", "What came of {name} is not what was to come: its hash is another one."),
        QT_TRANSLATE_NOOP("Problem", "It was removed. Try again; if it stays so, choose another mirror."),
    ),
    "bad_token": (
        QT_TRANSLATE_NOOP("Problem", "This is no token for {host}."),
        QT_TRANSLATE_NOOP("Problem", "Give it on standard input: one word, as the hub shows it."),
    ),
    "no_room": (
        QT_TRANSLATE_NOOP("Problem", "{needed} are needed in {folder}, and {free} may be used."),
        QT_TRANSLATE_NOOP("Problem", "Free some space and try again; it goes on where it was."),
    ),
    "no_keyring": (
        QT_TRANSLATE_NOOP("Problem", "The keyring of this system can't be used: {reason}."),
        QT_TRANSLATE_NOOP("Problem", "Set the environment variable HF_TOKEN for Mnemoteca instead."),
    ),
    "model_busy": (
        QT_TRANSLATE_NOOP("Problem", "Something is at work on “{id}” just now."),
        QT_TRANSLATE_NOOP("Problem", "Wait until it has ended, or cancel it first."),
    ),
}
