"""Case bundles: events with their originals, for somebody who trusts neither marsad nor whoever ran it."""

from marsad.bundle.coded import Coded, Incident, coded_of, incident_of, read_coded, read_incident
from marsad.bundle.write import write_bundle

__all__ = ["Coded", "Incident", "coded_of", "incident_of", "read_coded", "read_incident", "write_bundle"]
