; The installer for Windows, twice: for the person at the keyboard (no rights needed), or for everybody (-DALLUSERS).
;   makensis -DVERSION=0.1.0 -DPROGRAM=dist/digisos-wizard -DOUT=setup.exe -DICON=x.ico -DKILOBYTES=120000 [-DALLUSERS=1] [-DSIGN="command"]
; Silent: setup.exe /S [/D=C:\folder]. Plans, settings and recovery work are never touched, neither by upgrading nor by removing.
; Exit codes: 0 done, 1 given up, 2 the program is running, 3 installed for everybody already.

Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompressor zlib ; to verify with, never to release
!else
  SetCompressor /SOLID lzma
!endif
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS Win10

!define NAME "Digisos-veiviser"
!define WINDOW "digisos-wizard.exe"
!define CONSOLE "digisos-wizard-cli.exe"
!define KIND "DigisosVeiviser.Plan"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!ifdef ALLUSERS
  RequestExecutionLevel admin
  !define ROOT HKLM
  !define CONTEXT all
  InstallDir "$PROGRAMFILES64\${NAME}"
!else
  RequestExecutionLevel user
  !define ROOT HKCU
  !define CONTEXT current
  InstallDir "$LOCALAPPDATA\Programs\${NAME}"
!endif
; An upgrade lands where the older version is.
InstallDirRegKey ${ROOT} "Software\${NAME}" "InstallDir"

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1044 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1044 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1044 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1044 "FileDescription" "Installerer ${NAME}"
VIAddVersionKey /LANG=1044 "CompanyName" "Digisos-veiviser contributors"
VIAddVersionKey /LANG=1044 "LegalCopyright" "© Digisos-veiviser contributors. MIT"
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Installer ${NAME} ${VERSION}"
!ifdef ALLUSERS
  !define MUI_WELCOMEPAGE_TEXT "Programmet installeres for alle som bruker maskinen.$\r$\n$\r$\nPlaner og innstillinger som finnes fra før, røres ikke. Programmet bruker aldri nettet."
!else
  !define MUI_WELCOMEPAGE_TEXT "Programmet installeres bare for deg. Du trenger ikke være administrator.$\r$\n$\r$\nPlaner og innstillinger som finnes fra før, røres ikke. Programmet bruker aldri nettet."
!endif
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Programmet fjernes. Planene dine blir liggende der du lagret dem. Innstillinger og arbeid som ikke er kommet i en fil, blir liggende i mappen digisos-wizard under %LOCALAPPDATA%."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Norwegian"

!macro REFUSE CODE TEXT
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Abort
!macroend

; A running program keeps its file open: half of it replaced would be worse than none.
!macro REFUSE_RUNNING
  ${If} ${FileExists} "$INSTDIR\${WINDOW}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${WINDOW}" a
    ${If} ${Errors}
      !insertmacro REFUSE 2 "Programmet er i bruk. Lukk det, og prøv igjen."
    ${EndIf}
    FileClose $0
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${CONSOLE}" a
    ${If} ${Errors}
      !insertmacro REFUSE 2 "Programmet er i bruk. Lukk det, og prøv igjen."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; Only what we put there, by name: whoever chose a folder with other things in it keeps them.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\lisenser"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\drift.md"
  Delete "$INSTDIR\fjern.exe"
!macroend

!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  SetShellVarContext ${CONTEXT}
  SetRegView 64
  !ifndef ALLUSERS
    ReadRegStr $0 HKLM "Software\${NAME}" "InstallDir"
    ${If} $0 != ""
    ${AndIf} ${FileExists} "$0\${WINDOW}"
      !insertmacro REFUSE 3 "${NAME} er allerede installert for alle på denne maskinen. Du finner programmet på Start-menyen."
    ${EndIf}
  !endif
FunctionEnd

Function un.onInit
  SetShellVarContext ${CONTEXT}
  SetRegView 64
FunctionEnd

Section
  !insertmacro REFUSE_RUNNING
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR\fjern.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}"

  WriteRegStr ${ROOT} "Software\${NAME}" "InstallDir" "$INSTDIR"
  WriteRegStr ${ROOT} "Software\Classes\.digisos" "" "${KIND}"
  WriteRegStr ${ROOT} "Software\Classes\${KIND}" "" "Plan for innføring av digital søknad"
  WriteRegStr ${ROOT} "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr ${ROOT} "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  !insertmacro TELL_EXPLORER

  WriteRegStr ${ROOT} "${REMOVAL}" "DisplayName" "${NAME}"
  WriteRegStr ${ROOT} "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr ${ROOT} "${REMOVAL}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr ${ROOT} "${REMOVAL}" "Publisher" "Digisos-veiviser contributors"
  WriteRegStr ${ROOT} "${REMOVAL}" "InstallLocation" "$INSTDIR"
  WriteRegStr ${ROOT} "${REMOVAL}" "UninstallString" '"$INSTDIR\fjern.exe"'
  WriteRegStr ${ROOT} "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\fjern.exe" /S'
  WriteRegDWORD ${ROOT} "${REMOVAL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD ${ROOT} "${REMOVAL}" "NoModify" 1
  WriteRegDWORD ${ROOT} "${REMOVAL}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro REFUSE_RUNNING
  !insertmacro REMOVE_PROGRAM
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 ${ROOT} "Software\Classes\.digisos" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey ${ROOT} "Software\Classes\.digisos"
  ${EndIf}
  DeleteRegKey ${ROOT} "Software\Classes\${KIND}"
  DeleteRegKey ${ROOT} "Software\${NAME}"
  DeleteRegKey ${ROOT} "${REMOVAL}"
  !insertmacro TELL_EXPLORER
SectionEnd
