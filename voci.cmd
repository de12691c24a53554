@echo off
rem Runs voci; builds it first where it is not built. After a change of its sources delete target\voci.jar.
setlocal
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1
set "HOME_DIR=%~dp0."
set "JAR=%HOME_DIR%\target\voci.jar"
set "ARCHIVE=%HOME_DIR%\target\voci.jsa"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not defined JAVA_HOME where java >nul 2>&1 || (echo voci: no Java found; install a JDK, 17 or newer 1>&2 & exit /b 1)

rem One compiler and a serial collector start fastest; training is worth the optimising compiler.
set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if not exist "%JAR%" (
  echo voci: building on first use, which takes a minute or two 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -Dmaven.test.skip=true package 1>&2 || (popd & exit /b 1)
  popd
  rem Classes already parsed and verified make every later start quicker; without them it still runs.
  "%JAVA%" %QUICK% "-XX:ArchiveClassesAtExit=%ARCHIVE%" "-Dvoci.home=%HOME_DIR%" -jar "%JAR%" label --format json "%HOME_DIR%\datasets\samples" >nul 2>&1 || del "%ARCHIVE%" 2>nul
)
set SHARED=
if exist "%ARCHIVE%" set SHARED="-XX:SharedArchiveFile=%ARCHIVE%" -Xshare:auto -Xlog:disable -Xlog:all=off

set "OPTIONS=%QUICK%"
for %%C in (train ablation evaluate crossval compare embeddings dataset) do if "%~1"=="%%C" set "OPTIONS="
rem The Vector API is an incubating module of the JDK, which may be missing: then training is slower.
if "%~1 %~2"=="embeddings train" set "OPTIONS=-XX:+UseSerialGC -Xmn64m"
if "%~1 %~2"=="embeddings train" "%JAVA%" --add-modules jdk.incubator.vector -version >nul 2>&1 && set "OPTIONS=-XX:+UseSerialGC -Xmn64m --add-modules jdk.incubator.vector"
"%JAVA%" %OPTIONS% %SHARED% %VOCI_JAVA_OPTS% -Dfile.encoding=UTF-8 "-Dvoci.home=%HOME_DIR%" -jar "%JAR%" %*
