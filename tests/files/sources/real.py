# Writes one of the files of fixtures/real by Python's own libraries, and says what no swapped copy of it may keep.
import json
import sys
from email.message import EmailMessage

target = sys.argv[1]
if target.endswith(".eml"):
    mail = EmailMessage()
    mail["From"] = "Gwendolyn Pryce <gpryce@example.org>"
    mail["To"] = "Zofia Wasik <zofia.wasik@example.org>"
    mail["Subject"] = "Kacper Wąsik was absent"
    mail["Message-ID"] = "<1@example.org>"
    mail.set_content(
        "Hello,\n\nyour son Kacper Wąsik was absent on Monday and on Tuesday. His student ID is 6620431.\n"
        "Kacper can make up the test on Friday.\n"
    )
    mail.add_attachment(
        "Student,Days\nKacper Wąsik,2\nBronwyn Maddox,1\n", subtype="csv", filename="absent.csv"
    )
    data = mail.as_bytes()
    known = ["Zofia Wasik", "zofia.wasik@example.org", "Kacper Wąsik", "Kacper", "6620431", "Bronwyn Maddox"]
else:
    rows = [
        {"student": "Ottilie Fairbanks", "student_id": "7730118", "grade": 6, "note": "Ottilie Fairbanks sings in the choir."},
        {"student": "Jamil Haddad-Roy", "student_id": "7730119", "grade": 6, "note": None},
        {"student": "Søren Mikkelsen", "student_id": "7730120", "grade": 7, "note": "New this year"},
    ]
    data = json.dumps({"class": "6B", "students": rows}, indent=1).encode()
    known = [row["student"] for row in rows] + [row["student_id"] for row in rows]
with open(target, "wb") as file:
    file.write(data)
print(json.dumps(known))
