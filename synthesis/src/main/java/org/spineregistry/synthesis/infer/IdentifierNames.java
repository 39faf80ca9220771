package org.spineregistry.synthesis.infer;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What a column name says of identifiers. Whole words count, and neighbours that make one: {@code
 * First.Name}, {@code e-mail}; {@code width}, {@code bridge} and {@code mobilityScore} say nothing.
 */
final class IdentifierNames {
  private static final Set<String> DIRECT =
      Set.of(
          ("email emails mail mails surname lastname firstname forename givenname familyname middlename"
                  + " maidenname fullname patientname subjectname vorname vornamen nachname familienname"
                  + " phone phones phonenumber telephone telefon telefono tel cellphone mobilephone mobilenumber natel fax"
                  + " ssn ahv ahvnummer avs nhs nhsnumber iban bankaccount passport passportnumber"
                  + " socialsecurity insurancenumber insuranceno insurancenr insuranceid versichertennummer"
                  + " address addresses adresse anschrift street streetname strasse homeaddress"
                  + " ipaddress ipaddr url urls homepage website username login")
              .split(" "));

  /** May be something else too, so that the values must speak as well. */
  private static final Set<String> MAYBE_DIRECT =
      Set.of("name", "names", "mobile", "handy", "insurance", "ip", "ips");

  private static final Set<String> PERSONS =
      Set.of(
          "patient",
          "subject",
          "person",
          "surgeon",
          "doctor",
          "physician",
          "nurse",
          "mother",
          "father",
          "spouse",
          "relative",
          "contact",
          "user");

  private static final Set<String> PATIENT_IDS =
      Set.of(
          ("id mrn pid patid patno patnr patientid patientids patientno patientnr patientnumber patientkey patientcode"
                  + " subjectid subjid usubjid subjectno subjectnumber subjectcode caseid caseno casenr casenumber"
                  + " participantid participantno participantcode personid recordid recordno recordnr recordnumber medicalrecord medicalrecordnumber"
                  + " idpatient idsubject patientidentifier subjectidentifier patientref pseudonym pseudoid hospitalnumber chartno chartnumber "
                  + "fallid fallnr fallnummer patientenid patientennr patientennummer probandid")
              .split(" "));

  private static final Set<String> PATIENTS =
      Set.of(
          "patient",
          "subject",
          "case",
          "participant",
          "person",
          "record",
          "proband",
          "studyid",
          "studyno",
          "studynumber");

  private static final Set<String> IDS = Set.of("id", "ids", "identifier", "uuid", "guid");

  private static final Set<String> BIRTH_YEARS =
      Set.of("birthyear", "dobyear", "yearofbirth", "birthyr", "yob", "geburtsjahr", "jahrgang");

  private static final Set<String> DATES =
      Set.of("date", "dates", "datum", "timestamp", "datetime");

  private static final Set<String> BIRTH_DATES =
      Set.of("dob", "birthdate", "birthday", "dateofbirth", "geburtsdatum", "geburtstag");

  private final List<String> words;
  private final String whole;

  IdentifierNames(NameWords name) {
    this.words = name.words();
    this.whole = name.whole();
  }

  /** Names, addresses and numbers by which a person is found. */
  boolean suggestDirect() {
    boolean named = words.contains("name") && !Collections.disjoint(words, PERSONS);
    return named || hasAny(DIRECT);
  }

  /** Likewise, unless a few values are shared by all. */
  boolean mayBeDirect() {
    return MAYBE_DIRECT.contains(whole);
  }

  /** The id of the patient, which another one may not have. */
  boolean suggestPatientId() {
    return PATIENT_IDS.contains(whole);
  }

  /** The patient, the case, the subject: its id unless a few values are shared by all. */
  boolean mayBePatientId() {
    return PATIENTS.contains(whole);
  }

  /** Whatever has an id, such as a surgeon. */
  boolean suggestId() {
    return words.size() > 1
        && (IDS.contains(words.get(0)) || IDS.contains(words.get(words.size() - 1)));
  }

  boolean suggestBirthYear() {
    return hasAny(BIRTH_YEARS);
  }

  /** A date, but not what was counted up to one. */
  boolean suggestDate() {
    int last = words.size() - 1;
    boolean date = last >= 0 && DATES.contains(words.get(last));
    boolean until = last > 0 && Set.of("to", "since", "until").contains(words.get(last - 1));
    return !suggestBirthYear() && hasAny(BIRTH_DATES) || date && !until;
  }

  /** Whether one to three neighbouring words make one of these. */
  private boolean hasAny(Set<String> names) {
    for (int from = 0; from < words.size(); from++) {
      String joined = "";
      for (int at = from; at < Math.min(words.size(), from + 3); at++) {
        joined += words.get(at);
        if (names.contains(joined)) {
          return true;
        }
      }
    }
    return false;
  }
}
