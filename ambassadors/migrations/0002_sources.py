"""The sources that the instrument names, without an address: it gives none, and none is guessed."""

from django.db import migrations

# code, title, publisher, step, group
SOURCES = (
    ("waarde-jeugdwerk", "Op zoek naar de waarde van het jeugdwerk. Onderzoeksrapport", "", 1, "youth_work"),
    (
        "impact-jeugdwerk",
        "Waarom is het zichtbaar maken van de impact van jeugdwerk zo belangrijk?",
        "",
        1,
        "youth_work",
    ),
    ("visienota-diversiteit", "Visienota diversiteit in/en het jeugdwerk", "", 1, "diversity"),
    (
        "inclusief-en-doelgroepspecifiek",
        "Inclusief en doelgroepspecifiek jeugdwerk. Van een of-ofverhaal naar een en-enverhaal",
        "",
        1,
        "diversity",
    ),
    ("brugfiguren", "Brugfiguren in perspectief", "", 1, "bridge_figures"),
    ("bruggenbouwen", "Bruggenbouwen in en met het jeugdwerk", "", 1, "bridge_figures"),
    (
        "bruggen-bouwen",
        "Bruggen bouwen. Trajecten tussen sport, jeugdwerk en gezinnen in armoede",
        "",
        1,
        "bridge_figures",
    ),
    ("cijfers-gemeenten", "Cijfers en statistieken over gemeenten", "", 2, "analysis"),
    ("lokale-diversiteit", "Omgevingsanalyse lokale diversiteit", "", 2, "analysis"),
    ("lokaal-verschil", "Samen lokaal verschil maken voor gezinnen, kinderen en jongeren", "", 2, "analysis"),
    ("negen-b", "9 b's van toegankelijkheid", "", 2, "analysis"),
    ("moeilijk-bereikbaar", "Moeilijk bereikbare doelgroepen bestaan niet", "", 2, "lifeworld"),
    ("lcd-toolkit", "De LCD toolkit", "", 2, "lifeworld"),
    ("service-design", "This is Service Design Doing", "", 2, "lifeworld"),
    ("design-kit", "Design Kit", "", 2, "lifeworld"),
)
# The two addresses that the instrument does give.
ADDRESSES = {
    "service-design": "https://www.thisisservicedesigndoing.com/",
    "design-kit": "https://www.designkit.org/",
}


def load(apps, schema_editor):
    source = apps.get_model("ambassadors", "Source")
    source.objects.bulk_create(
        source(code=code, title=title, publisher=publisher, step=step, group=group, address=ADDRESSES.get(code, ""))
        for code, title, publisher, step, group in SOURCES
    )


class Migration(migrations.Migration):
    dependencies = (("ambassadors", "0001_initial"),)
    operations = (migrations.RunPython(load, migrations.RunPython.noop, elidable=False),)
