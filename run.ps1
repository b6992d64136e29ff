# Open the window; with arguments, run that command of Mnemoteca. Sets up what is missing first.
# For Windows 10 or newer with Python 3.11 or newer. Not run by us yet.
$ErrorActionPreference = "Stop"
$root = $PSScriptRoot
. (Join-Path $root "packaging\environment.ps1")

if (-not (Test-Stamp "wheels")) { Install-Wheels "wheels" "" }

# The embedder, then the engine for language models, behind the running app; a failure costs only that feature.
$models = if ($env:MNEMOTECA_MODELS) { $env:MNEMOTECA_MODELS } else { Join-Path $env:LOCALAPPDATA "Mnemoteca\models" }
$states = (Join-Path $models "all-minilm-l6-v2\prepared.json"), (Join-Path $venv "prepared.json")
$ready = -not ($states | Where-Object { -not ((Test-Path $_) -and ((Get-Content -Raw $_) -like '*"ready"*')) })
if (($env:MNEMOTECA_PREPARE -ne "off") -and -not $ready) {
    $script = Join-Path $root "packaging\prepare.py"
    $builder = Start-Process -FilePath $python -ArgumentList "`"$script`"" -WindowStyle Hidden -PassThru
    $builder.PriorityClass = "Idle"
}

$given = if ($args.Count -gt 0) { $args } else { @("window") }
& (Join-Path $venv "Scripts\mnemoteca.exe") @given
exit $LASTEXITCODE
