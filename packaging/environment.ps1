# The environment of a checkout on Windows: .venv and wheels. Dot-sourced by run.ps1 and test.ps1; needs $root.
# Not run by us yet.
$venv = Join-Path $root ".venv"
$python = Join-Path $venv "Scripts\python.exe"

function Get-WantedStamp {
    # The stamp of what is installed: the declaration of the packages, and where the checkout lies.
    "$((Get-FileHash -Algorithm SHA256 (Join-Path $root 'pyproject.toml')).Hash) $root"
}

function Test-Stamp([string] $name) {
    $file = Join-Path $venv $name
    (Test-Path $file) -and ((Get-Content -Raw $file) -eq (Get-WantedStamp))
}

function Install-Wheels([string] $name, [string] $extras) {
    # Make .venv and put the wheels into it. Never compiles.
    $base = @("py", "python") | Where-Object { Get-Command $_ -ErrorAction SilentlyContinue } | Select-Object -First 1
    if (-not $base) { [Console]::Error.WriteLine("Python 3.11 or newer is missing: https://www.python.org/downloads/"); exit 1 }
    [Console]::Error.WriteLine("Setting up Mnemoteca in $venv (once; about a minute)...")
    if (-not (Test-Path $python)) { & $base -m venv $venv; if ($LASTEXITCODE -ne 0) { exit 1 } }
    & $python -c "import sys; sys.exit(sys.version_info < (3, 11))"
    if ($LASTEXITCODE -ne 0) { [Console]::Error.WriteLine("Python 3.11 or newer is needed."); exit 1 }
    $log = Join-Path $venv "setup.log"
    $ErrorActionPreference = "Continue"  # what pip says on its error stream is no error of ours
    $env:PYTHONPATH = Join-Path $root "app"  # written into the record of connections before pip goes to the network
    & $python -m mnemoteca.models.connecting packages "--" $python -m pip install --disable-pip-version-check --only-binary ":all:" -e "$root$extras" *> $log
    $code = $LASTEXITCODE
    Remove-Item Env:PYTHONPATH
    $ErrorActionPreference = "Stop"
    if ($code -ne 0) {
        Get-Content -Tail 15 $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine("The packages could not be installed; the whole story is in $log.")
        exit 1
    }
    Remove-Item -ErrorAction SilentlyContinue (Join-Path $venv "prepared.json")
    Set-Content -NoNewline -Path (Join-Path $venv $name) -Value (Get-WantedStamp)
}
