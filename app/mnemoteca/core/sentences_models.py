"""What may be said of models and their files, by key; a part of `core.sentences`."""

from __future__ import annotations

MODEL_SENTENCES: dict[str, tuple[str, str]] = {
    # a file that can't run
    "gguf_empty": ("{name} is empty.", "Download or copy it again."),
    "gguf_not_one": (
        "{name} is not a GGUF file.",
        "Choose a file whose name ends in .gguf; models in other formats can't be run here.",
    ),
    "gguf_damaged": ("{name} is cut off or damaged (at {where}).", "Download or copy it again."),
    "gguf_cut": (
        "{name} is cut off: it has {there} bytes of at least {wanted}.",
        "Download or copy it again.",
    ),
    "gguf_byte_order": ("{name} was written for another kind of processor.", "Look for a copy in little-endian order."),
    "gguf_version": (
        "{name} is of version {version} of the GGUF format, which can't be run here.",
        "Look for another copy of this model.",
    ),
    "gguf_architecture": (
        "{name} is of the architecture “{architecture}”, which the engine doesn't know.",
        "Choose another model, or update Mnemoteca.",
    ),
    "gguf_other_thing": (
        "{name} can neither write, embed nor rerank text by itself ({what}).",
        "Choose the file of the model itself.",
    ),
    "gguf_no_weights": ("{name} holds a vocabulary, but no model.", "Choose the file that holds the model."),
    "gguf_no_tokenizer": ("{name} has no vocabulary.", "Look for a whole copy of this model."),
    "gguf_lacks": ("{name} lacks a part of its weights ({where}).", "Look for a whole copy of this model."),
    "gguf_part": (
        "{name} is one of the {count} files of a model.",
        "Look for it as a single file, or join them with: llama-gguf-split --merge.",
    ),
    "model_scores_wrongly": (
        "{name} is a reranker of the architecture bert, whose scores come out wrong here.",
        "Choose one that is made of XLM-R or Qwen3.",
    ),
    # installed models
    "no_model": ("There is no installed model called “{id}”.", "See them with: mnemoteca models list."),
    "model_there": ("“{id}” is installed already.", "Use it, or remove it first."),
    "model_changed": (
        "The file of “{id}” is missing or holds something else than was installed.",
        "Remove the model and install it again.",
    ),
    "model_wrong_kind": (
        "“{id}” can't be used for this: it is made to {kind}.",
        "Choose another model, or another role for it.",
    ),
    "bad_role": ("“{value}” is not something a model is asked for.", "Use one of: {roles}."),
    "nothing_to_choose": ("No model that writes is installed, so none can be chosen.", "Install one first."),
    # a smaller copy
    "bad_quantisation": ("A copy can't be made in “{value}”.", "Use one of: {choices}."),
    "copy_not_smaller": (
        "A copy of “{id}” in {to} would not be smaller: it is in {quantisation} already.",
        "Choose a smaller one, or another model.",
    ),
    "copy_failed": (
        "No copy of “{id}” could be made: {reason}.",
        "Try again; if it stays so, install the model again.",
    ),
    "engine_absent": (
        "The engine for language models is not prepared.",
        "Start Mnemoteca with ./run, which prepares it behind the running app.",
    ),
    # the catalogue
    "no_entry": ("There is no model called “{id}” in the catalogue.", "See them with: mnemoteca models list."),
    "bad_catalogue": (
        "{path} can't be read as a catalogue of models: {reason}.",
        "Correct it; the models that come with the app are offered meanwhile.",
    ),
    # the hub
    "hub_absent": (
        "The engine for language models is not prepared, and with it what downloads them.",
        "Start Mnemoteca with ./run, which prepares it behind the running app.",
    ),
    "licence_unaccepted": (
        "{name} is given under a licence that you have to agree to ({licence}).",
        "Read it at {link}, then download with --accept-licence.",
    ),
    "no_download": ("There is no download of “{id}”.", "Begin one with: mnemoteca models download {id}."),
    "download_paused": (
        "The download of {name} is paused; what is there stays.",
        "Go on with: mnemoteca models download {id}.",
    ),
    "download_dropped": ("The download of {name} was cancelled.", "What was there of it is removed."),
    "hub_unreachable": (
        "{host} can't be reached, or broke off: {reason}.",
        "Try again when the network is there; it goes on where it was.",
    ),
    "hub_proxy": ("The proxy can't be used: {reason}.", "Check it in the settings (models.proxy)."),
    "hub_offline": ("HF_HUB_OFFLINE is set, so nothing is downloaded.", "Take it out of the environment."),
    "hub_unsafe": ("{host} was to be gone to without encryption.", "Nothing was sent there. Try again later."),
    "hub_unknown_person": (
        "The hub asks who you are before it gives {file}.",
        "Agree to its terms at {page}, and keep your token with: mnemoteca models token -.",
    ),
    "hub_gated": (
        "The hub does not give {file} to you.",
        "Agree to its terms at {page}; your token has to be allowed to read it.",
    ),
    "hub_missing": ("The hub has no {file} any more.", "Look at {page}, or choose another model."),
    "hub_busy": ("{host} asks to be left alone for a while.", "Try again later; it goes on where it was."),
    "hub_trouble": (
        "{host} is in trouble (HTTP {status}).",
        "Try again later; it goes on where it was.",
    ),
    "hub_refused": ("{host} refused {file} (HTTP {status}).", "Try again later, or choose another model."),
    "hub_ended": ("What downloads ended in the middle of it.", "Try again; it goes on where it was."),
    "hub_no_hash": (
        "The hub does not say what {file} has to be, so that it could not be checked.",
        "Choose another model, or another mirror.",
    ),
    "hub_other_file": (
        "What the hub offers as {file} is not the file of the catalogue.",
        "Nothing was fetched. Choose another model, or another mirror.",
    ),
    "hub_wrong_size": (
        "What came of {name} has {there} bytes instead of {wanted}.",
        "It was removed. Try again.",
    ),
    "hub_wrong_hash": (
        "What came of {name} is not what was to come: its hash is another one.",
        "It was removed. Try again; if it stays so, choose another mirror.",
    ),
    "bad_token": ("This is no token for {host}.", "Give it on standard input: one word, as the hub shows it."),
    "no_room": (
        "{needed} are needed in {folder}, and {free} may be used.",
        "Free some space and try again; it goes on where it was.",
    ),
    "no_keyring": (
        "The keyring of this system can't be used: {reason}.",
        "Set the environment variable HF_TOKEN for Mnemoteca instead.",
    ),
    "model_busy": ("Something is at work on “{id}” just now.", "Wait until it has ended, or cancel it first."),
}
