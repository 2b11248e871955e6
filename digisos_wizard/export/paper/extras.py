"""What a document carries beside its pages: properties, files, and empty fields for digital signatures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from digisos_wizard.i18n import _

Written = Any
"""reportlab's document as it is written: its types tell nothing of what is used here."""
VERSION = (1, 7)
"""Version of PDF that has all that the documents use."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within the document; its content may rest on what the pages say, in the order in which it is drawn."""

    name: str
    description: str
    kind: str
    data: Callable[[tuple[str, ...]], bytes]


@dataclass
class Furnishing:
    """What the document is called and carries."""

    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = ""
    stamp: str = ""
    """The day as a PDF writes it, such as `D:20261123000000Z`."""
    attachments: tuple[Attachment, ...] = ()
    fields: list[PDFDictionary] = field(default_factory=list)


def furnish(document: Written, furnishing: Furnishing, said: tuple[str, ...]) -> None:
    """Give the document properties that every reader knows, its files and its form."""
    document._pdfVersion = VERSION  # noqa: SLF001 - reportlab has no other way
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.Metadata = _metadata(furnishing)
    if furnishing.attachments:
        files = [
            (part.name, document.Reference(_file(document, furnishing, part, said))) for part in furnishing.attachments
        ]
        names = PDFArray([entry for name, file in files for entry in (PDFString(name), file)])
        catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})
        catalog.AF = PDFArray([file for _name, file in files])
    if furnishing.fields:
        form = {"Fields": PDFArray([document.Reference(each) for each in furnishing.fields]), "SigFlags": 1}
        catalog.AcroForm = PDFDictionary(form)


def _file(document: Written, furnishing: Furnishing, part: Attachment, said: tuple[str, ...]) -> PDFDictionary:
    data = part.data(said)
    stream = PDFStream(content=data)
    stream.filters = [PDFZCompress]
    stream.dictionary.dict |= {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/" + part.kind.replace("/", "#2F"),
        "Params": PDFDictionary({"Size": len(data), "ModDate": PDFString(furnishing.stamp)}),
    }
    reference = document.Reference(stream)
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(part.name),
            "UF": PDFString(part.name),
            "Desc": PDFString(part.description),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": reference, "UF": reference}),
        }
    )


def _metadata(furnishing: Furnishing) -> PDFStream:
    """Return the properties as XMP."""
    day = f"{furnishing.stamp[2:6]}-{furnishing.stamp[6:8]}-{furnishing.stamp[8:10]}T00:00:00Z"
    text = _XMP.format(
        title=escape(furnishing.title),
        author=escape(furnishing.author),
        subject=escape(furnishing.subject),
        language=escape(furnishing.language),
        tool=escape(_("Digisos-veiviser")),
        day=day,
    )
    stream = PDFStream(content=text.encode())
    stream.dictionary.dict |= {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return stream


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <pdf:Producer>{tool}</pdf:Producer>
   <xmp:CreatorTool>{tool}</xmp:CreatorTool>
   <xmp:CreateDate>{day}</xmp:CreateDate>
   <xmp:ModifyDate>{day}</xmp:ModifyDate>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
