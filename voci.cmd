@echo off
rem Runs voci; builds it first where it is not built.
setlocal
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1
set "HOME_DIR=%~dp0."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not exist "%HOME_DIR%\target\voci.jar" (
  echo voci: building on first use, which takes a minute or two 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -Dmaven.test.skip=true package 1>&2 || (popd & exit /b 1)
  popd
)
rem The Vector API is an incubating module of the JDK, which may be missing: then training is slower.
set "VECTORS="
if "%~1 %~2"=="embeddings train" "%JAVA%" --add-modules jdk.incubator.vector -version >nul 2>&1 && set "VECTORS=--add-modules jdk.incubator.vector"
"%JAVA%" %VECTORS% -XX:+UseSerialGC -Dfile.encoding=UTF-8 "-Dvoci.home=%HOME_DIR%" -jar "%HOME_DIR%\target\voci.jar" %*
