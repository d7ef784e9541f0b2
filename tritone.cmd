@echo off
rem Runs Tritone; builds it first where that is needed.
setlocal

set "home=%~dp0"
set "home=%home:~0,-1%"
set "jar=%home%\target\tritone.jar"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
set "version="
for /f tokens^=2^ delims^=^" %%v in ('""%java%" -version 2^>^&1"') do if not defined version set "version=%%v"
if not defined version (
    echo tritone: no Java found; install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
    exit /b 1
)
for /f "delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 (
    echo tritone: Java 17 or newer is needed but found %version% 1>&2
    exit /b 1
)

rem Stale if the jar is missing or older than a source.
set "stale="
if not exist "%jar%" (
    set "stale=1"
) else (
    for /f %%s in ('powershell -NoProfile -Command "$j = (Get-Item -LiteralPath $env:jar).LastWriteTime; @(Get-ChildItem -Recurse -File -LiteralPath ($env:home + '\src\main'), ($env:home + '\pom.xml') | Where-Object LastWriteTime -gt $j).Count"') do if not "%%s"=="0" set "stale=1"
)
if defined stale (
    echo tritone: building, once for these sources ... 1>&2
    pushd "%home%"
    call mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true package 1>&2
    if errorlevel 1 (
        popd
        echo tritone: the build failed 1>&2
        exit /b 1
    )
    popd
    copy /b "%jar%"+,, "%jar%" >nul
    del /q "%home%\target\classes-*.jsa" 2>nul
)

set "options=-Dfile.encoding=UTF-8 -Xlog:disable -Xlog:all=error:stderr"
if %major% GEQ 24 set "options=%options% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

rem The classes as they lie in memory once they are loaded: one archive for each Java, made by the first command.
set "archive=%home%\target\classes-%version%.jsa"
if not exist "%archive%" (
    "%java%" %options% -XX:DumpLoadedClassList="%archive%.list" -Dtritone.home="%home%" -jar "%jar%" classify --text good sample >nul 2>&1
    "%java%" %options% -Xshare:dump -XX:SharedClassListFile="%archive%.list" -XX:SharedArchiveFile="%archive%" -jar "%jar%" >nul 2>&1
    del /q "%archive%.list" 2>nul
)

rem Short commands are over before the optimising compiler and a collector's threads pay; long ones want throughput.
set "speed=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
for %%c in (corpus benchmark vocab model) do if "%~1"=="%%c" set "speed=-XX:+UseParallelGC"
rem What multiplies for minutes wants the Vector API.
set "bulk="
for %%c in (train pretrain reproduce evaluate compare classify) do if "%~1"=="%%c" set "bulk=1"
for %%c in ("benchmark train" "benchmark classify" "model quantize") do if "%~1 %~2"==%%c set "bulk=1"
rem A typed review is answered before the machine has made fast code for more.
if "%~1"=="classify" for %%a in (%*) do if "%%~a"=="--text" set "bulk="
if defined bulk set "speed=-XX:+UseParallelGC --add-modules jdk.incubator.vector"

"%java%" %options% %speed% -XX:SharedArchiveFile="%archive%" -Dtritone.home="%home%" %TRITONE_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%
