"""The floor's one app: referrals, dossiers, contacts and actions, in plain rows."""
