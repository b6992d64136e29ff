# Open the window; with arguments, run that command of Mnemoteca. Sets up what is missing first.
# For Windows 10 or newer with Python 3.11 or newer. Not run by us yet.
$ErrorActionPreference = "Stop"
$root = $PSScriptRoot
. (Join-Path $root "packaging\environment.ps1")

if (-not (Test-Stamp "wheels")) { Install-Wheels "wheels" "" }

# The engine for language models is built behind the running app; a failure costs only that feature.
$prepared = Join-Path $venv "prepared.json"
$ready = (Test-Path $prepared) -and ((Get-Content -Raw $prepared) -like '*"ready"*')
if (($env:MNEMOTECA_PREPARE -ne "off") -and -not $ready) {
    $script = Join-Path $root "packaging\prepare.py"
    $builder = Start-Process -FilePath $python -ArgumentList "`"$script`"" -WindowStyle Hidden -PassThru
    $builder.PriorityClass = "Idle"
}

$given = if ($args.Count -gt 0) { $args } else { @("window") }
& (Join-Path $venv "Scripts\mnemoteca.exe") @given
exit $LASTEXITCODE
